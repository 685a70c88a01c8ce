import type { SanitizedConfig } from 'payload'
import type { Written } from '../../../cms/collections/index.ts'
import { configOf } from '../../../cms/config.ts'
import type { CmsEnvironment } from '../../../cms/base/environment.ts'

/**
 * The product's own, but for what Payload does outside production at each boot: a process beside the test that writes
 * the types anew, four seconds of work.
 */
export const configFor = async (env: CmsEnvironment, written?: Written): Promise<SanitizedConfig> => {
  const config = await configOf(env, written)
  config.typescript.autoGenerate = false
  return config
}
