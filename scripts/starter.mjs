/** `npm run starter`: loads the starter library into the town of DATA_DIR, as drafts; asked again it makes nothing. */
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

checkNode()
process.env.NODE_ENV = 'production'
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installMissing()
const { buildStale } = await import('./build.mjs')
await buildStale()
const { starter } = await import('../dist/server.mjs')
await starter()
process.exit()
