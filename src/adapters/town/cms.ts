import type { Payload, SanitizedConfig } from 'payload'
import { decideFiles } from '../../../cms/uploads/keep-file.ts'
import { faultOfDatabase } from '../../../cms/database/faults.ts'
import { refuse } from '../../errors/refusal.ts'
import type { Env } from '../process/env.ts'

export type Cms = { readonly payload: Payload; readonly config: SanitizedConfig }

/** A database that cannot be opened is a sentence, not a stack; the address with its password is not repeated. */
const told =
  ({ dataDir }: Env) =>
  (error: unknown): never => {
    const known = faultOfDatabase(error, dataDir)
    if (known) throw known
    const [, said] = /cannot connect to (.+)/.exec(String(error)) ?? []
    return said ? refuse('DATABASE_UNUSABLE', { got: said.slice(0, 200) }) : raise(error)
  }

const raise = (error: unknown): never => {
  throw error
}

/**
 * Boots Payload in this process, before Next: `getPayload` keeps its instance on `globalThis`, so Next's own copy of
 * the module finds this one (docs/decisions/0002). The config reads the environment when it is imported, so it is set
 * first.
 */
export const bootCms = async (env: Env, payloadSecret: string): Promise<Cms> => {
  process.env['PAYLOAD_SECRET'] = payloadSecret
  process.env['DATA_DIR'] = env.dataDir
  process.env['DATABASE_URI'] = env.databaseUri
  process.env['PUBLIC_URL'] = env.publicUrl ?? ''
  process.env['SMTP_URL'] = env.mail?.url ?? ''
  process.env['NEXT_TELEMETRY_DISABLED'] = '1'
  const [{ getPayload }, { default: promised }] = await Promise.all([
    import('payload'),
    import('../../../cms/payload.config.ts'),
  ])
  const config = await promised
  const payload = await getPayload({ config }).catch(told(env))
  await decideFiles(payload)
  return { payload, config }
}
