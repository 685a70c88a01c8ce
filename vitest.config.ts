import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import LongestFirst from './tests/ratchet/order.ts'

/** Which proof is running (`npm run prove -- <name>`), if any. */
const PROVE = process.env['PROVE']

type Lane = {
  readonly isolate?: boolean
  readonly exclude?: readonly string[]
}

/** Lanes of one turn share its workers; the next turn begins when all of them are done. */
type Turn = { readonly groupOrder: number; readonly maxWorkers?: number | string }

const QUICK: Turn = { groupOrder: 1, maxWorkers: '100%' }
/**
 * Towns and browsers beside each other, one file more than there are cores: they wait more than they compute (for a page
 * to be over, for a server to come), and each keeps to its own folder, database and port.
 */
const TOWNS: Turn = { groupOrder: 2, maxWorkers: Math.min(availableParallelism() + 1, 6) }
/** One at a time and nothing beside it: its tests hold a stopwatch. */
const CLOCKED: Turn = { groupOrder: 3, maxWorkers: 1 }

const project = (
  name: string,
  { maxWorkers, groupOrder }: Turn,
  include: readonly string[],
  seconds: number,
  { isolate = true, exclude = [] }: Lane = {},
) => ({
  test: {
    name,
    isolate,
    setupFiles: ['tests/ratchet/spent.ts'],
    ...(maxWorkers && { maxWorkers }),
    sequence: { groupOrder },
    include: [...include],
    exclude: [...exclude],
    // Enough for a sample; what `npm run prove` runs whole is not cut short.
    testTimeout: PROVE ? 0 : seconds * 1000,
    // The first file that asks for a template waits until it is made.
    hookTimeout: seconds * 2000,
    environment: 'node',
    // What is polled for comes late on a loaded machine; the library's own second made a run red that had no fault.
    expect: { poll: { timeout: 20_000 } },
    // Whatever the shell has set: React and Next behave otherwise in production. And Payload need not compare the
    // versions of its packages in each process: a house test does.
    env: { NODE_ENV: 'test' as const, PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' },
  },
})

const integration = (names: string): string => `tests/integration/${names}.test.ts`

const STOPWATCH = [integration('{stop,typst,print-bad-input}')]
/** Towns and databases on the embedded file, whatever the lane runs on. */
const FILE = [integration('{start,database,old-town,damaged-*}'), 'tests/contract/cms/sqlite-file.test.ts']
/** Sheets and pictures: nothing in it asks a database. */
const ENGINE = [
  integration('{typst-*,print,print-!(bad-input),images,pictures,fonts,pack,signed-report}'),
  'tests/contract/print-engine.test.ts',
]

const ON_MONGODB = process.env['TEST_DATABASE'] === 'mongodb'
/** Servers elsewhere, bodies before anybody reads them, folders and headers, the lease of a folder: no database can change them. */
const NO_DATABASE = [integration('{outside,admission,private,one-process}')]
/**
 * What people in browsers ask of a database in a way no contract test does: the whole way to a screen with the server killed
 * on it, decisions, saves of two at one moment, and the lists as they are searched. Of all other pages the rows, rights and
 * refusals are the business of contract tests, which run on MongoDB too; what is left of them is the browser's.
 */
const E2E_ON_MONGODB = ['tests/e2e/{first-picture,review,writers,lists}.test.ts']

/**
 * Every lane can run alone with `vitest run --project <name>`. Only contract, integration and e2e stand on a database
 * that may be another: those are what `npm run test:mongo` runs again.
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/templates/setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // Pure rooms keep no state between files, so one worker serves them all: five times as fast.
      project('unit', QUICK, ['tests/unit/**/*.test.ts'], 60, { isolate: false }),
      // One test for each port of the cluster, under which another implementation can be put.
      project('cluster', QUICK, ['tests/contract/cluster/**/*.test.ts'], 60),
      project('house', QUICK, ['tests/house/**/*.test.ts'], 60),
      project('looks', QUICK, ['tests/looks/**/*.test.ts'], 60),
      // Payload and its packages are loaded once for all files; each opens a desk of its own and closes it.
      project('contract', TOWNS, ['tests/contract/cms/**/*.test.ts'], 120, { exclude: FILE, isolate: false }),
      project('player', TOWNS, ['tests/contract/player/**/*.test.ts'], 120),
      project('engine', TOWNS, ENGINE, 120),
      project('file', TOWNS, FILE, 120),
      project('integration', TOWNS, [integration('**/*')], 120, {
        exclude: [...FILE, ...ENGINE, ...STOPWATCH, ...(ON_MONGODB ? NO_DATABASE : [])],
      }),
      project('clocked', CLOCKED, STOPWATCH, 120),
      ...(PROVE === 'limits' ? [project('limits', CLOCKED, ['tests/prove/limits.test.ts'], 120)] : []),
      project('e2e', TOWNS, ON_MONGODB ? E2E_ON_MONGODB : ['tests/e2e/**/*.test.ts'], 300),
    ],
  },
})
