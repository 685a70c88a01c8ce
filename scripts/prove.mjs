/**
 * `npm run prove -- <name> [arguments of Vitest]`: what `npm test` takes samples of, whole, and real limits waited out.
 * Prints at the end what was proved, with the settings that make the same run again. docs/testing.md says what of it CI takes.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

/** Environment given by hand goes before what stands here, so a seed can be another and a run shorter. */
const PROOFS = {
  limits: {
    what: 'limits in time, at their own length',
    lane: 'limits',
    settings: {},
  },
  damage: {
    what: 'a wrong value in every cell of the database file (PUB-9, I17)',
    lane: 'file',
    files: ['damaged-rows'],
    settings: { DAMAGED_CELLS: 'all', DAMAGED_SEED: '20261129' },
  },
  requests: {
    what: 'twenty times as many odd requests to every route (I14)',
    lane: 'integration',
    files: ['rest-fuzz'],
    settings: { FUZZ_REQUESTS: '5000', FUZZ_SEED: '20261129' },
  },
  pictures: {
    what: 'every kind of picture file with every fault (IMG-3)',
    lane: 'engine',
    files: ['integration/pictures'],
    settings: { PICTURE_FILES: '1000', PICTURE_SEED: '20261129' },
  },
  kills: {
    what: 'a process killed while 200 villages are printed, and the next that goes on (PST-15)',
    lane: 'integration',
    files: ['bulk-restart'],
    settings: { BULK_VILLAGES: '200' },
  },
  zones: {
    what: 'days and times of the desk in browsers of three zones (TIM-5, DESK-4)',
    lane: 'e2e',
    files: ['zones'],
    settings: { ZONES: 'all' },
    built: true,
  },
  pages: {
    what: 'every page of every role, at a desk and on a phone, in both languages (DESK-80, DESK-81, ADP-32)',
    lane: 'e2e',
    files: ['e2e/pages', 'e2e/policies'],
    settings: {},
    built: true,
  },
  forms: {
    what: 'every form that is saved by hand while another saves it, faults at a desk and on a phone (DESK-23, DESK-24)',
    lane: 'e2e',
    files: ['e2e/hand-saved', 'e2e/writers'],
    settings: {},
    built: true,
  },
  marks: {
    what: 'pages and sheets of random words with every mark (PAGE, TPL)',
    lane: ['unit', 'looks'],
    files: ['page/marks', 'posters/marks'],
    settings: { MARKED_PAGES: '5000', MARKED_SHEETS: '200', MARKED_SEED: '20261129' },
  },
  words: {
    what: 'a corpus of 2,000 texts on all demo screens and five odd ones, and on every template (TXT, PAGE-6, PRT-26)',
    lane: ['unit', 'looks'],
    files: ['layout-2/words', 'posters/words', 'posters/told'],
    settings: { WORDS_TEXTS: '2000', WORDS_SEED: '20261130' },
  },
  strings: {
    what: 'odd strings at every door that sets a page or a sheet of them (PRT-23)',
    lane: ['unit', 'contract', 'engine'],
    files: ['page/strings', 'cms/strings', 'print-strings'],
    settings: { ODD_STRINGS: '300', ODD_SEED: '20261129' },
  },
  wire: {
    what: 'both ends of a line of wire 2 against whoever drops, doubles, moves, replays and invents without the keys (LIN-5)',
    lane: 'unit',
    files: ['line/adversary'],
    settings: { WIRE_STEPS: '100000', WIRE_SEED: '20261130' },
  },
  reading: {
    what: 'every starter page on the panels of the demo town, read from its distance (READ)',
    lane: 'looks',
    files: ['looks/reading'],
    settings: { READ_PAGES: 'all' },
  },
}

checkNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const [name, ...rest] = process.argv.slice(2)
const proof = PROOFS[name]
if (!proof) {
  console.error(`npm run prove -- <${Object.keys(PROOFS).join(' | ')}>`)
  for (const [key, { what }] of Object.entries(PROOFS)) console.error(`  ${key}: ${what}`)
  process.exit(1)
}
await installMissing()
const { findBrowser } = await import('./browser.mjs')
const { lane, files = [], what, built = false } = proof
if (built) await (await import('./build.mjs')).buildStale()
const settings = Object.fromEntries(
  Object.entries(proof.settings).map(([key, value]) => [key, process.env[key] ?? value]),
)
const from = performance.now()
const lanes = [lane].flat().flatMap((each) => ['--project', each])
const args = ['node_modules/vitest/vitest.mjs', 'run', ...lanes, ...files, ...rest]
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  // No test of a proof is cut short by the time that is enough for its sample.
  env: { CHROMIUM_PATH: await findBrowser({ shell: true }), ...process.env, ...settings, PROVE: name },
})
child.on('close', (code) => {
  const seconds = ((performance.now() - from) / 1000).toFixed(0)
  const said = Object.entries(settings).map(([key, value]) => `${key}=${value}`)
  console.log([`${name}: ${what}`, code === 0 ? 'holds' : 'FAILED', `${seconds} s`, ...said].join(' · '))
  process.exit(code ?? 1)
})
