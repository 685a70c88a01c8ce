import { afterEach, describe, expect, it } from 'vitest'
import {
  openTypst,
  type Typst,
  type TypstJob,
  type TypstOptions,
  type TypstResult,
} from '../../src/adapters/typst/index.ts'
import { FAKE_TYPST_CHILD } from '../templates/children.ts'

let typst: Typst

const open = (more: Partial<TypstOptions> = {}): void => {
  typst = openTypst({
    templates: [],
    ...FAKE_TYPST_CHILD,
    fonts: [],
    timeoutMs: 1_000,
    ...more,
  })
}

const run = async (main: string, owner = 'a', more: Partial<TypstJob> = {}): Promise<string | number> =>
  answered(typst.run({ workspace: '/', main, inputs: {}, files: [], ...more }, owner))

const answered = (asked: Promise<TypstResult>): Promise<string | number> =>
  asked.then(
    ({ query }) => Number(query['pid']?.[0]),
    (error: { refusals: readonly { code: string; hint?: string }[] }) =>
      [error.refusals[0]?.code, error.refusals[0]?.hint].filter(Boolean).join(' '),
  )

afterEach(() => typst.stop())

const many = (count: number): readonly string[] => Array.from({ length: count }, () => 'fine')

describe('TYP-6 what kills a worker costs that job only', () => {
  it.each([
    ['crash', 'PRINT_ENGINE_FAILED the engine process ended'],
    ['hang', 'PRINT_TIMEOUT'],
    ['eat', 'PRINT_ENGINE_FAILED too much memory'],
  ])('TYP-6 %s is refused, all others are set', async (deed, answer) => {
    open({ hardRss: 400 * 1024 * 1024, timeoutMs: deed === 'eat' ? 10_000 : 1_000 })
    const answers = await Promise.all([...many(20), deed, ...many(20)].map((main) => run(main)))
    expect(answers[20]).toBe(answer)
    expect(answers.filter((one) => typeof one === 'number')).toHaveLength(40)
    expect(typst.state().started).toBeGreaterThanOrEqual(2)
  })

  it('TYP-6 a worker that was killed while idle is replaced and costs nobody anything', async () => {
    open({ workers: 1 })
    const before = await run('fine')
    process.kill(Number(before), 'SIGKILL')
    const after = await run('fine')
    expect(typeof after).toBe('number')
    expect(after).not.toBe(before)
  })

  it('TYP-6 where no child comes up, who waits is told so, and so is who comes later', async () => {
    open({ fonts: ['never'] })
    expect(await Promise.all([run('fine'), run('fine')])).toEqual(
      Array.from({ length: 2 }, () => 'PRINT_ENGINE_FAILED no engine'),
    )
    expect(await run('fine')).toBe('PRINT_ENGINE_FAILED no engine')
  })
})

describe('TYP-11 a job that is called off', () => {
  it('TYP-11 ends its worker while it runs, or waits no more; nobody else is touched', async () => {
    open({ workers: 1, timeoutMs: 60_000 })
    const stop = new AbortController()
    const job = { workspace: '/', inputs: {}, files: [] }
    const hanging = answered(typst.run({ ...job, main: 'hang' }, 'a', stop.signal))
    const waiting = answered(typst.run({ ...job, main: 'fine' }, 'a', stop.signal))
    const other = run('fine', 'b')
    await expect.poll(() => typst.state().waiting, { timeout: 5_000 }).toBe(2)
    stop.abort()
    expect(await Promise.all([hanging, waiting])).toEqual(['PRINT_CANCELLED', 'PRINT_CANCELLED'])
    expect(typeof (await other)).toBe('number')
    expect(await answered(typst.run({ ...job, main: 'fine' }, 'a', stop.signal))).toBe('PRINT_CANCELLED')
  })
})

describe('TYP-6 many sheets at once', () => {
  it('TYP-6 may take a twentieth of the limit more for each, and are stopped then', async () => {
    open({ timeoutMs: 200 })
    const stopped = await typst
      .run({ workspace: '/', main: 'hang', inputs: {}, files: [], sheets: 101 }, 'a')
      .catch((error: { refusals: readonly object[] }) => error.refusals)
    expect(stopped).toMatchObject([{ code: 'PRINT_TIMEOUT', limit: 2 }])
  })
})

describe('TYP-7 a worker is replaced before it grows, and no job is lost by that', () => {
  it('TYP-7 after so many jobs', async () => {
    open({ workers: 1, maxJobs: 10 })
    const pids = await Promise.all(many(35).map((main) => run(main)))
    expect(pids.every((pid) => typeof pid === 'number')).toBe(true)
    expect(new Set(pids).size).toBe(4)
  })

  it('TYP-7 after so much memory', async () => {
    open({ workers: 1 })
    const pids = await Promise.all(['fine', 'fat', 'fine'].map((main) => run(main)))
    expect([pids[0] === pids[1], pids[1] === pids[2]]).toEqual([true, false])
  })

  it('TYP-7 who has nothing to do for ten minutes gives his memory back, and comes up again when asked', async () => {
    open({ idleMs: 50 })
    const before = await run('fine')
    await expect.poll(() => typst.state().pids, { timeout: 5_000 }).toEqual([])
    expect(await run('fine')).not.toBe(before)
  })

  it('TYP-7 there are never more than two', async () => {
    open()
    const pids = await Promise.all(many(100).map((main, i) => run(main, `o${i % 7}`)))
    expect(new Set(pids).size).toBeLessThanOrEqual(2)
    expect(typst.state().started).toBeLessThanOrEqual(2)
  })
})

describe('TYP-8 the queue of the workers', () => {
  it('TYP-8 is bounded: PRINT_BUSY at once for who floods it, not for his neighbour', async () => {
    open({ workers: 1 })
    const flood = many(300).map((main) => run(main, 'flood'))
    const neighbour = run('fine', 'neighbour')
    const answers = await Promise.all(flood)
    expect(answers.filter((one) => one === 'PRINT_BUSY')).toHaveLength(50)
    expect(typeof (await neighbour)).toBe('number')
  })

  it('TYP-8 a stop tells who waits', async () => {
    open({ workers: 1 })
    const waiting = ['hang', 'fine', 'fine'].map((main) => run(main))
    await typst.stop()
    expect(await Promise.all(waiting.slice(1))).toEqual(
      Array.from({ length: 2 }, () => 'PRINT_ENGINE_FAILED stopping'),
    )
    expect(await run('fine')).toBe('PRINT_ENGINE_FAILED stopping')
  })
})
