/** Payload's own commands (`npm run payload -- generate:types`), on this project's config. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'

process.env.PAYLOAD_CONFIG_PATH ??= path.resolve('cms/payload.config.ts')
process.env.NEXT_TELEMETRY_DISABLED = '1'

// Not exported by name; its bin.js would load tsx a second time.
const entry = pathToFileURL(path.resolve('node_modules/payload/dist/bin/index.js')).href
const { bin } = (await import(entry)) as { bin: () => Promise<void> }
await bin()
