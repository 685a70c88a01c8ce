/** `npm run bench -- <name> [--json <file>]`: builds what is stale, then runs tests/bench/<name>.ts. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const [name, ...rest] = process.argv.slice(2)
const file = `tests/bench/${name}.ts`
if (!name || !existsSync(file)) {
  const known = readdirSync('tests/bench').flatMap((entry) => entry.match(/^(.+)\.ts$/)?.[1] ?? [])
  console.error(`npm run bench -- <${known.join(' | ')}> [--json <file>]`)
  process.exit(1)
}
await installMissing()
const { buildStale } = await import('./build.mjs')
const { findBrowser } = await import('./browser.mjs')
await buildStale()
const child = spawn(process.execPath, ['--import', 'tsx', file, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: await findBrowser() },
})
child.on('close', (code) => process.exit(code ?? 1))
