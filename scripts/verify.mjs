/** `npm run verify -- file.pdf`: whether the town of DATA_DIR signed this export of its audit, and it is as it was. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

checkNode()
process.env.NODE_ENV = 'production'
const [given] = process.argv.slice(2)
if (!given) {
  console.error('npm run verify -- <file.pdf>')
  process.exit(2)
}
// npm starts in the folder of the product; the file is named from where the person stands.
const file = resolve(process.env.INIT_CWD ?? process.cwd(), given)
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installMissing()
const { buildStale } = await import('./build.mjs')
await buildStale()
const { verify } = await import('../dist/server.mjs')
process.exit(verify(file) ? 0 : 1)
