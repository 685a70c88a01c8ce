import { expect, test } from 'vitest'
import { beginJob, cancelJob, fileOfJob, jobsOf, lookAtJob } from '../../../../cms/print/jobs.ts'
import type { PrintedFile } from '../../../../cms/base/ports.ts'
import type { ReleaseId } from '../../../../src/model/ids.ts'
import { refuse } from '../../../../src/errors/refusal.ts'

const MB = 1024 * 1024
const fileOf = (bytes: number): PrintedFile => ({
  bytes: new Uint8Array(bytes),
  type: 'application/zip',
  name: 'all.zip',
  warnings: [],
})
const code = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return (error as { refusals: { code: string }[] }).refusals[0]?.code
  }
}
const choice = {
  release: 'r' as ReleaseId,
  template: 'notice-a4',
  size: 'a4',
  way: 'office',
  tiling: 'none',
} as const
const of = (owner: string, total: number) => ({ owner, total, choice })
/** Lets what was promised happen. */
const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
const never = new Promise<PrintedFile>(() => undefined)

test('PST-6 I10 finished files are bounded by number and by weight; the newest stays', async () => {
  const jobs: string[] = []
  for (let i = 0; i < 9; i++) {
    jobs.push(beginJob(of(`many${i}`, 1), async () => fileOf(1)))
    await settle()
  }
  const there = jobs.map((id, i) => code(() => lookAtJob(`many${i}`, id)) !== 'PRINT_JOB_UNKNOWN')
  expect(there).toEqual([...Array(3).fill(false), ...Array(6).fill(true)])
  const heavy = beginJob(of('heavy', 1), async () => fileOf(201 * MB))
  await settle()
  expect(fileOfJob('heavy', heavy).file.bytes.byteLength).toBe(201 * MB)
  expect(code(() => lookAtJob('many8', jobs[8] ?? ''))).toBe('PRINT_JOB_UNKNOWN')
  cancelJob('heavy', heavy)
  expect(code(() => fileOfJob('heavy', heavy))).toBe('PRINT_JOB_UNKNOWN')
})

test('PST-6 three run at once in all, and a cancelled one makes room', () => {
  const jobs = ['a', 'b', 'c'].map((owner) => [owner, beginJob(of(owner, 5), () => never)] as const)
  expect(code(() => beginJob(of('e', 5), () => never))).toBe('PRINT_BUSY')
  expect(code(() => beginJob(of('a', 5), () => never))).toBe('PRINT_JOB_RUNNING')
  for (const [owner, id] of jobs)
    expect(cancelJob(owner, id)).toEqual({ done: 0, total: 5, state: 'cancelled' })
  const later = beginJob(of('e', 5), () => never)
  expect(lookAtJob('e', later).state).toBe('running')
  cancelJob('e', later)
})

test('PST-6 a cancelled job gives no file, whatever its work still answers; a broken one says so without its stack', async () => {
  let finish: (file: PrintedFile) => void = () => undefined
  const id = beginJob(of('x', 2), () => new Promise((done) => (finish = done)))
  await settle()
  cancelJob('x', id)
  finish(fileOf(1))
  await settle()
  expect(code(() => fileOfJob('x', id))).toBe('PRINT_CANCELLED')
  const broken = beginJob(of('x', 2), async () => Promise.reject(new Error('secret path')))
  await settle()
  expect(lookAtJob('x', broken)).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } })
  expect(JSON.stringify(lookAtJob('x', broken))).not.toContain('secret')
  const refused = beginJob(of('x', 2), async (progress) => {
    progress(1)
    return refuse('PRINT_OVERFLOW', { field: 'title', limit: 1, got: 2 })
  })
  await settle()
  expect(lookAtJob('x', refused)).toMatchObject({
    done: 1,
    state: 'failed',
    error: { code: 'PRINT_OVERFLOW' },
  })
})

test('PST-6 who comes back finds his own job, running or ready; what he stopped or fetched is over', async () => {
  let finish: (file: PrintedFile) => void = () => undefined
  const work = () => new Promise<PrintedFile>((done) => (finish = done))
  const stopped = beginJob(of('y', 3), () => never)
  cancelJob('y', stopped)
  expect(jobsOf('y')).toEqual([])
  const job = beginJob(of('y', 3), async (progress) => {
    progress(2)
    return work()
  })
  expect(jobsOf('y')).toEqual([{ job, choice, done: 2, total: 3, state: 'running' }])
  expect(jobsOf('z')).toEqual([])
  finish(fileOf(1))
  await settle()
  expect(jobsOf('y')).toEqual([{ job, choice, done: 3, total: 3, state: 'ready' }])
  cancelJob('y', job)
  expect(jobsOf('y')).toEqual([])
})
