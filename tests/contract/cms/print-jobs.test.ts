/** Bulk jobs as rows of the queue: what a process leaves undone, what is kept, and what nobody gets. */
import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { JOBS, jobRows, QUEUE, TASK } from '../../../cms/print/job-rows.ts'
import { putDownJobs, resumeJobs, trimJobs } from '../../../cms/print/run-jobs.ts'
import { openJobs } from '../../../src/adapters/cluster/jobs.ts'
import { memoryFiles } from '../../fakes/files.ts'
import { databases } from './databases.ts'
import { openDesk, type Asking, type Desk } from './desk.ts'
import { buildVillages, type Villages } from './villages.ts'

const MB = 1024 * 1024
/** Polls end as soon as they may; a busy machine takes longer than a second. */
const PATIENT = { timeout: 30_000 }
const MINUTE = 60_000

describe.each(databases)('bulk jobs on $name', (database) => {
  let desk: Desk
  let v: Villages
  beforeAll(async () => {
    desk = await openDesk(database)
    v = await buildVillages(desk)
  })
  beforeEach(async () => {
    desk.ports.print.hold = null
    await settled()
    await desk.payload.db.deleteMany({ collection: JOBS, where: {} })
  })
  afterAll(() => desk.close())

  const settled = () =>
    expect
      .poll(async () => (await jobRows(desk.payload)).filter(({ state }) => state === 'running'), PATIENT)
      .toEqual([])
  const bulk = (as: Asking['as'], more: object = {}) =>
    desk.rest('POST', '/print/bulk', {
      ...(as && { as }),
      json: {
        release: v.story.release,
        template: 'a4-notice',
        size: 'a4',
        way: 'office',
        tiling: 'none',
        contact: null,
        units: 'all',
        as: 'zip',
        ...more,
      },
    })
  const begin = async (as: Asking['as'], more?: object) => {
    const { status, body } = await bulk(as, more)
    expect([status, body.errors ?? []]).toEqual([202, []])
    return String(body['job'])
  }
  const look = async (as: Asking['as'], job: string) =>
    (await desk.rest('GET', `/print/jobs/${job}`, { ...(as && { as }) })).body
  const codeOf = (body: Awaited<ReturnType<typeof look>>) => body.errors?.[0]?.code
  const over = async (as: Asking['as'], job: string) => {
    await expect.poll(async () => (await look(as, job))['state'], PATIENT).not.toBe('running')
    return look(as, job)
  }
  const held = () => {
    let open = (): void => undefined
    desk.ports.print.hold = new Promise((done) => (open = done))
    return () => open()
  }
  /** The process is gone: what ran in it is heard of no more, and another one is there. */
  const died = () => {
    void desk.ports.jobs.close()
    Object.assign(desk.ports, { jobs: openJobs() })
    desk.ports.print.hold = null
  }
  const printsOf = async () =>
    (await desk.payload.find({ collection: 'prints', limit: 0, overrideAccess: true })).docs.map(
      ({ code }) => code,
    )
  const begun = (job: string) =>
    expect
      .poll(async () => (await jobRows(desk.payload)).find(({ id }) => id === job)?.begun, PATIENT)
      .toBe(true)
  const planted = (data: object) =>
    desk.payload.db.create({
      collection: JOBS,
      data: { taskSlug: TASK, queue: QUEUE, ...data },
    } as unknown as Parameters<Payload['db']['create']>[0])
  const dated = (id: string, at: number) =>
    desk.payload.db.updateOne({
      collection: JOBS,
      id,
      data: { updatedAt: new Date(at).toISOString() },
    } as unknown as Parameters<Payload['db']['updateOne']>[0])

  it('PST-15 a job whose process died goes on in the next one and ends whole, each sheet on record once', async () => {
    const before = await printsOf()
    const open = held()
    const job = await begin('operator')
    await begun(job)
    died()
    open()
    expect(await look('operator', job)).toEqual({ done: 0, total: 2, state: 'running' })
    await resumeJobs(desk.payload)
    expect(await over('operator', job)).toEqual({ done: 2, total: 2, state: 'ready' })
    const file = await desk.raw('GET', `/print/jobs/${job}/file`, { as: 'operator' })
    expect((await file.text()).split('\n')).toHaveLength(2)
    const added = (await printsOf()).filter((code) => !before.includes(code))
    expect(new Set(added).size).toBe(added.length)
  })

  it('PST-15 one that was put down in order counts no try; after three that were not it is given up, and said so', async () => {
    const open = held()
    const job = await begin('operator')
    await begun(job)
    await putDownJobs(desk.payload)
    expect(await jobRows(desk.payload)).toMatchObject([{ tried: 0, begun: false, state: 'running' }])
    died()
    open()
    const again = held()
    await resumeJobs(desk.payload)
    for (const tried of [1, 2]) {
      await begun(job)
      died()
      const next = held()
      await resumeJobs(desk.payload)
      expect(await jobRows(desk.payload)).toMatchObject([{ tried }])
      next()
    }
    await begun(job)
    died()
    again()
    await resumeJobs(desk.payload)
    expect(await look('operator', job)).toMatchObject({
      state: 'failed',
      error: { code: 'PRINT_JOB_GIVEN_UP' },
    })
  })

  it('PST-6 three run at one time in all, one a person, and a cancelled one makes room', async () => {
    const open = held()
    const jobs = [
      ['operator', await begin('operator')],
      ['administrator', await begin('administrator')],
      ['village', await begin('village', { units: [v.units.stone] })],
    ] as const
    expect(codeOf((await bulk('everything')).body)).toBe('PRINT_BUSY')
    expect(codeOf((await bulk('operator')).body)).toBe('PRINT_JOB_RUNNING')
    await desk.rest('DELETE', `/print/jobs/${jobs[0][1]}`, { as: 'operator' })
    const later = await begin('everything')
    expect((await look('everything', later))['state']).toBe('running')
    open()
    expect((await over('everything', later))['state']).toBe('ready')
    expect((await look('operator', jobs[0][1]))['state']).toBe('cancelled')
  })

  it('PST-6 of two orders of one person at one instant one is begun', async () => {
    const open = held()
    const answers = await Promise.all([bulk('operator'), bulk('operator')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409])
    open()
  })

  it('PST-6 I10 finished files are bounded by number, weight and age, the newest stays; what has no row has no file', async () => {
    const files = memoryFiles()
    Object.assign(desk.ports, { files })
    const input = { owner: desk.ids.operator, choice: { release: 'r' }, units: ['u'], as: 'zip' }
    const finished = async (size: number, age: number) => {
      const at = new Date(Date.now() - age).toISOString()
      const output = { type: 'application/zip', name: 'a', warnings: [], size }
      const entry = {
        id: randomBytes(12).toString('hex'),
        executedAt: at,
        completedAt: at,
        taskSlug: TASK,
        taskID: '1',
        state: 'succeeded',
        output,
        error: {},
      }
      const { id } = await planted({ input, completedAt: at, log: [entry] })
      await dated(String(id), Date.now() - age)
      await files.put(String(id), new Uint8Array(1))
      return String(id)
    }
    const ids: string[] = []
    for (let i = 0; i < 8; i += 1) ids.push(await finished(1, (10 - i) * MINUTE))
    await trimJobs(desk.payload)
    const kept = async () => (await jobRows(desk.payload)).map(({ id }) => id)
    expect((await kept()).toSorted()).toEqual(ids.slice(2).toSorted())
    const heavy = await finished(201 * MB, MINUTE / 2)
    await trimJobs(desk.payload)
    expect(await kept()).toEqual([heavy])
    await dated(heavy, Date.now() - 21 * MINUTE)
    await files.put('of-nobody', new Uint8Array(1))
    await resumeJobs(desk.payload)
    expect([await kept(), await files.ids()]).toEqual([[], []])
  })

  it('PST-6 a write of the queue that fails gives its turn back: others write on, and the job is not lost', async () => {
    if (database.name !== 'sqlite') return
    const { client } = (
      desk.payload.db as unknown as { writer: { client: { execute: (sql: string) => Promise<unknown> } } }
    ).writer
    const { id } = await planted({ input: {}, waitUntil: '2999-01-01T00:00:00.000Z' })
    await client.execute(
      "CREATE TRIGGER planted BEFORE UPDATE ON payload_jobs BEGIN SELECT RAISE(ABORT, 'planted'); END",
    )
    await expect(desk.payload.jobs.cancelByID({ id: String(id) })).rejects.toThrow()
    await client.execute('DROP TRIGGER planted')
    await desk.payload.jobs.cancelByID({ id: String(id) })
    expect(await jobRows(desk.payload)).toMatchObject([{ state: 'cancelled' }])
  })

  it('PST-15 PST-1 who may print no more when it goes on gets no sheet', async () => {
    const open = held()
    const job = await begin('administrator')
    await begun(job)
    died()
    open()
    const { id } = (await jobRows(desk.payload))[0] ?? { id: '' }
    // Ends his sessions too, so nothing comes after this.
    await desk.payload.db.updateOne({
      collection: 'users',
      id: desk.ids.administrator,
      data: { roles: ['village'] },
    })
    await resumeJobs(desk.payload)
    await settled()
    const [row] = await jobRows(desk.payload)
    expect([row?.id, row?.failure?.error.code]).toEqual([id, 'PRINT_OTHER_UNIT'])
  })
})
