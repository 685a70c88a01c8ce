/** `npm run screenshots`: pictures of the running product for README and docs, made anew from a fresh demo town. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installMissing()
const { buildStale } = await import('./build.mjs')
const { findBrowser } = await import('./browser.mjs')
await buildStale()
const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/screenshots/take.ts'], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: await findBrowser() },
})
child.on('close', (code) => process.exit(code ?? 1))
