/**
 * `npm run bench -- delivery`: an edit on its way to 1,000 screens that speak the real protocol, until the last receipt
 * is in the database, and 5,000 screens that come at one instant. A bare `ws` loop serves the same screens in turns.
 */
import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { openBenchTown, type BenchTown } from './delivery/town.ts'
import { startChild, type Child } from './delivery/child.ts'
import type { Measured } from './delivery/probe.ts'
import type { Tally } from './delivery/fleet.ts'
import { finish, quantile, row, type Row } from './report/rows.ts'

/** `--screens 200 --fleet 500` while working on it; the goals are meant for the numbers written here. */
const asked = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const SCREENS = asked('--screens', 1_000)
const FLEET = asked('--fleet', 5_000)
const TURNS = 5
const LIMIT_MS = 120_000
const POLL_MS = 20

type Turn = {
  readonly stored: number
  readonly shown: number
  readonly ready: number
  readonly switched: number
  readonly hold: number
  readonly cpu: number
  readonly bytes: number
  readonly lost: number
}

const median = (turns: readonly Turn[], of: keyof Turn): number =>
  quantile(
    turns.map((turn) => turn[of]),
    0.5,
  )

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Looks again until it holds; a bench that does not end says what it waits for. */
const until = async (what: () => string, holds: () => boolean | Promise<boolean>): Promise<number> => {
  const from = Date.now()
  while (!(await holds())) {
    if (Date.now() - from > LIMIT_MS) throw new Error(`not within ${LIMIT_MS / 1000} s: ${what()}`)
    await pause(POLL_MS)
  }
  return Date.now()
}

const begin = async (server: Child, fleet: Child): Promise<void> => {
  await server.ask({ ask: 'begin' })
  await fleet.ask({ ask: 'reset' })
}

const turnOf = (from: number, stored: number, tally: Tally, server: Measured, lost: number): Turn => ({
  stored: stored - from,
  shown: tally.lastShowing - from,
  ready: tally.lastReady - from,
  switched: tally.firstHead - tally.firstHint,
  hold: server.holdMs,
  cpu: server.cpuMs / SCREENS,
  bytes: tally.fetchedBytes / SCREENS,
  lost,
})

const publishOurs = async (town: BenchTown, fleet: Child): Promise<Turn> => {
  const before = town.lastSequence()
  await begin(town.server(), fleet)
  const from = Date.now()
  await town.edit()
  let tally = await fleet.ask<Tally>({ ask: 'tally' })
  const stored = await until(
    () => `every receipt on record; ${town.storedSince(before)} are; ${JSON.stringify(tally)}`,
    async () => {
      if (town.storedSince(before) >= SCREENS) return true
      tally = await fleet.ask<Tally>({ ask: 'tally' })
      return false
    },
  )
  tally = await fleet.ask<Tally>({ ask: 'tally' })
  const measured = await town.server().ask<Measured>({ ask: 'measure' })
  await pause(500)
  return turnOf(from, stored, tally, measured, SCREENS - town.wholeAt(before))
}

const publishControl = async (control: Child, fleet: Child): Promise<Turn> => {
  await begin(control, fleet)
  const from = Date.now()
  const stored = await control.ask<number>({ ask: 'publish' })
  const tally = await fleet.ask<Tally>({ ask: 'tally' })
  return turnOf(from, stored, tally, await control.ask<Measured>({ ask: 'measure' }), 0)
}

type Arrival = { readonly ms: number; readonly cpu: number; readonly hold: number; readonly failed: number }

const arrive = async (server: Child, fleet: Child, origin: string, count: number): Promise<Arrival> => {
  await begin(server, fleet)
  const from = Date.now()
  await fleet.ask({ ask: 'connect', origin, count })
  let tally: Tally | null = null
  await until(
    () => `${count} screens answered ${JSON.stringify(tally)}`,
    async () => {
      tally = await fleet.ask<Tally>({ ask: 'tally' })
      return tally.answered >= count
    },
  )
  const last = (tally as Tally | null) ?? { lastAnswered: 0, failed: 0 }
  const { cpuMs, holdMs } = await server.ask<Measured>({ ask: 'measure' })
  return { ms: last.lastAnswered - from, cpu: cpuMs / count, hold: holdMs, failed: last.failed }
}

/** As many bytes as the product's programme has in gzip, for the control to serve. */
const someProgramme = (bytes: number): string => {
  const noise = Buffer.alloc(bytes)
  for (let i = 0; i < bytes; i += 1) noise[i] = (i * 7919 + (i >> 3)) & 255
  return gzipSync(noise, { level: 0 }).subarray(0, bytes).toString('base64')
}

const report = (name: string, turn: Turn): void =>
  void process.stdout.write(
    `${name}: stored ${turn.stored} ms, shown ${turn.shown}, hold ${Math.round(turn.hold)}, cpu ${turn.cpu.toFixed(2)} ms a screen\n`,
  )

const benchPublish = async (town: BenchTown, fleet: Child, control: Child): Promise<readonly Row[]> => {
  const ours: Turn[] = []
  const theirs: Turn[] = []
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const [own, other] = [await publishOurs(town, fleet), await publishControl(control, fleet)]
    report(`turn ${turn}, product`, own)
    report(`turn ${turn}, ws`, other)
    // The first one warms both up.
    if (turn > 0) ours.push(own)
    if (turn > 0) theirs.push(other)
  }
  const beside = (of: keyof Turn) => ({ name: 'bare ws', value: median(theirs, of) })
  return [
    row(
      'edit → last of 5,000 receipts stored, 1,000 screens',
      median(ours, 'stored'),
      'ms',
      3_000,
      beside('stored'),
    ),
    row('edit → last screen shows it', median(ours, 'shown'), 'ms', 3_000, beside('shown')),
    row(
      'first hint → head sent (PUB-5: at most 2 s)',
      median(ours, 'switched'),
      'ms',
      2_000,
      beside('switched'),
    ),
    row(
      'longest hold of the loop, worst turn',
      Math.max(...ours.map(({ hold }) => hold)),
      'ms',
      250,
      beside('hold'),
    ),
    row('CPU of the server a screen a publish', median(ours, 'cpu'), 'ms', 2, beside('cpu')),
    row('bytes of the programme a screen', median(ours, 'bytes'), 'B', 25_000),
    row(
      'screens with a stage missing, all turns',
      ours.reduce((sum, { lost }) => sum + lost, 0),
      '',
      0,
    ),
  ]
}

const openFiles = (): number => {
  const said = execFileSync('sh', ['-c', 'ulimit -n']).toString().trim()
  return said === 'unlimited' ? Infinity : Number(said)
}

const main = async (): Promise<void> => {
  if (openFiles() < 2.5 * FLEET)
    throw new Error(`${openFiles()} open files are too few for ${FLEET} screens: ulimit -n 20000`)
  const town = await openBenchTown()
  const fleet = await startChild('fleet.ts')
  const control = await startChild('control.ts')
  try {
    const keys = await fleet.ask<readonly string[]>({ ask: 'keys', count: SCREENS })
    await town.pair(keys)
    const body = await programmeBytes(town)
    const serve = { ask: 'serve', programme: someProgramme(body), screens: SCREENS }
    const port = await control.ask<number>(serve)
    const came = await arrive(town.server(), fleet, town.origin(), SCREENS)
    const cameControl = await arrive(control, fleet, `http://127.0.0.1:${port}`, SCREENS)
    const publishing = await benchPublish(town, fleet, control)
    await fleet.ask({ ask: 'leave' })
    await town.pair(await fleet.ask<readonly string[]>({ ask: 'keys', count: FLEET }))
    const flood = await arrive(town.server(), fleet, town.origin(), FLEET)
    await fleet.ask({ ask: 'leave' })
    const floodControl = await arrive(control, fleet, `http://127.0.0.1:${port}`, FLEET)
    const beside = (of: keyof Arrival) => ({ name: 'bare ws', value: floodControl[of] })
    finish(
      [
        ...publishing,
        row('CPU of the server to let one screen in', came.cpu, 'ms', 3, {
          name: 'bare ws',
          value: cameControl.cpu,
        }),
        row('5,000 screens at one instant: all let in and answered', flood.ms, 'ms', 8_000, beside('ms')),
        row('5,000 screens at one instant: longest hold', flood.hold, 'ms', 250, beside('hold')),
        row('5,000 screens at one instant: tries that failed', flood.failed, '', 0),
      ],
      process.argv,
    )
  } finally {
    await fleet.end()
    await control.end()
    await town.destroy()
  }
}

/** What one screen fetches: the demo's own programme for the wall. */
const programmeBytes = async (town: BenchTown): Promise<number> => {
  const answer = await fetch(`${town.origin()}/screens/programmes/${town.newestProgramme()}`, {
    headers: { 'accept-encoding': 'identity' },
  })
  return gzipSync(Buffer.from(await answer.arrayBuffer())).byteLength
}

await main()
