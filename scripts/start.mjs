/** `npm start`: installs, builds, then becomes the server. Only Node is needed for it to begin. */
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

checkNode()
const began = performance.now()
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  await installMissing()
  const { buildStale } = await import('./build.mjs')
  await buildStale()
} catch (error) {
  console.error(`\n启动失败 Start failed: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
const { serve } = await import('../dist/server.mjs')
await serve(began)
