/** `npm test`: sets itself up (packages, builds, a browser), runs every lane, ends with `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

checkNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
process.env.NEXT_TELEMETRY_DISABLED = '1'
await installMissing()
const { buildStale } = await import('./build.mjs')
const { findBrowser } = await import('./browser.mjs')
const { controlOf, judge, slowest } = await import('./ratchet.mjs')
await buildStale()
process.env.CHROMIUM_PATH = await findBrowser({ shell: true })
// Another part of what is sampled each day; the same number takes the same part again.
process.env.SAMPLE_SEED ??= String(Math.floor(Date.now() / 86_400_000))

const folder = mkdtempSync(join(tmpdir(), 'silver-shield-test-'))
const report = join(folder, 'report.json')
const spent = join(folder, 'spent.json')
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  '--reporter=./tests/ratchet/reporter.ts',
  ...process.argv.slice(2),
]
/** How often a run is begun anew whose workers never came up: on a stalled machine that is nobody's failure. */
const BEGUN_ANEW = 1

const run = () =>
  new Promise((resolve) => {
    const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
      stdio: 'inherit',
      env: { ...process.env, SPENT_REPORT: spent },
    })
    // Ended by a signal it has no code, and is not begun anew.
    vitest.on('close', (code) => resolve(code))
  })

const NOTHING = { numTotalTests: 0, numPassedTests: 0 }

const readOr = (file, otherwise) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return otherwise
  }
}
const countsOf = () => readOr(report, NOTHING)

const firstLine = (message) => String(message ?? '').split('\n')[0]

/** A line for each test that failed and each file that could not be loaded: the run itself said it long before its end. */
const failures = ({ testResults = [] }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name)
    const failed = assertionResults.filter((each) => each.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`✗ ${file}: ${firstLine(message)}`]
    return failed.map((each) => `✗ ${file} ${each.fullName}: ${firstLine(each.failureMessages[0])}`)
  })

let code = await run()
for (let turn = 0; turn < BEGUN_ANEW && code === 1 && countsOf().numTotalTests === 0; turn += 1) {
  console.error('no test ran at all; begun anew')
  code = await run()
}
const counts = countsOf()
const took = readOr(spent, { spent: [], controls: [] })
rmSync(folder, { recursive: true })
const tooMuch = judge(took)
// A file that cannot even be loaded counts as a failure, else a broken suite would look green.
const red = [...failures(counts), ...tooMuch.map((sentence) => `✗ ${sentence}`)]
for (const line of red) console.error(line)
console.log(controlOf(took))
console.log(`sampled with SAMPLE_SEED=${process.env.SAMPLE_SEED}`)
for (const { file, wall } of slowest(took)) console.log(`${wall.toFixed(0).padStart(5)} s ${file}`)
const failed = Math.max(red.length, code === 0 ? 0 : 1)
console.log(`${counts.numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
