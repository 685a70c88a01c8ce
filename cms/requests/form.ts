import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'

/** A form of a phone: texts and one photo. Refuses BODY_INVALID. */
export const formOf = async (req: PayloadRequest): Promise<FormData> => {
  const form = await req.formData?.().catch(() => undefined)
  return form ?? refuse('BODY_INVALID')
}
