/** `npm test`: sets itself up (packages, builds, a browser), runs every lane, ends with `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

checkNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
process.env.NEXT_TELEMETRY_DISABLED = '1'
await installMissing()
const { buildStale } = await import('./build.mjs')
const { findBrowser } = await import('./browser.mjs')
await buildStale()
process.env.CHROMIUM_PATH = await findBrowser()

const folder = mkdtempSync(join(tmpdir(), 'silver-shield-test-'))
const report = join(folder, 'report.json')
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]
/** How often a run is begun anew whose workers never came up: on a stalled machine that is nobody's failure. */
const BEGUN_ANEW = 1

const run = () =>
  new Promise((resolve) => {
    const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { stdio: 'inherit' })
    // Ended by a signal it has no code, and is not begun anew.
    vitest.on('close', (code) => resolve(code))
  })

const NOTHING = { numTotalTests: 0, numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0 }

const countsOf = () => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return NOTHING
  }
}

let code = await run()
for (let turn = 0; turn < BEGUN_ANEW && code === 1 && countsOf().numTotalTests === 0; turn += 1) {
  console.error('no test ran at all; begun anew')
  code = await run()
}
const counts = countsOf()
rmSync(folder, { recursive: true })
// A file that cannot even be loaded counts as a failure, else a broken suite would look green.
const failed = counts.numFailedTests || (code === 0 ? 0 : Math.max(1, counts.numFailedTestSuites))
console.log(`${counts.numPassedTests} passed, ${failed} failed`)
process.exit(code === 0 && failed === 0 ? 0 : 1)
