/** `npm run lost-phone -- <sign-in name>`: takes the second factor of one person away, in the town of DATA_DIR. */
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

const [signIn] = process.argv.slice(2)
if (!signIn) {
  console.error('npm run lost-phone -- <登录名 sign-in name>')
  process.exit(1)
}
checkNode()
process.env.NODE_ENV = 'production'
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installMissing()
const { buildStale } = await import('./build.mjs')
await buildStale()
const { lostPhone } = await import('../dist/server.mjs')
await lostPhone(signIn)
process.exit()
