import type { Payload, SanitizedConfig } from 'payload'
import type { Env } from './env.ts'

export type Cms = { readonly payload: Payload; readonly config: SanitizedConfig }

/**
 * Boots Payload in this process, before Next: `getPayload` keeps its instance on `globalThis`, so Next's own copy of
 * the module finds this one (facts: stack 2). The config reads the environment when it is imported, so it is set first.
 */
export const bootCms = async (env: Env, payloadSecret: string): Promise<Cms> => {
  process.env['PAYLOAD_SECRET'] = payloadSecret
  process.env['DATA_DIR'] = env.dataDir
  process.env['DATABASE_URI'] = env.databaseUri
  process.env['PUBLIC_URL'] = env.publicUrl ?? ''
  process.env['NEXT_TELEMETRY_DISABLED'] = '1'
  const [{ getPayload }, { default: promised }] = await Promise.all([
    import('payload'),
    import('../../cms/payload.config.ts'),
  ])
  const config = await promised
  return { payload: await getPayload({ config }), config }
}
