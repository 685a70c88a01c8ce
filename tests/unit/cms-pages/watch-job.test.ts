import { describe, expect, test } from 'vitest'
import { pauseAfterVain, watchJob, type Job } from '../../../cms/app/(pages)/print/watch-job.ts'
import type { Answer, Fault } from '../../../cms/web/answer.ts'

const fault = (code: string): Answer<never> => ({
  ok: false,
  faults: [{ code, field: undefined, message: code } satisfies Fault],
})
const seen = (done: number, state: Job['state'] = 'running'): Answer<Job> => ({
  ok: true,
  value: { done, total: 5, state },
})
const NOTHING = fault('')

/** Follows a job whose looks are answered so, one after the other. */
const follow = async (answers: readonly Answer<Job>[], stopAfter = Number.POSITIVE_INFINITY) => {
  const told: [number | null, boolean][] = []
  const pauses: number[] = []
  let looks = 0
  const ended = await watchJob({
    look: async () => answers[looks++] ?? fault('PRINT_JOB_UNKNOWN'),
    pause: async (ms) => void pauses.push(ms),
    tell: (job, vain) => told.push([job?.done ?? null, vain]),
    stopped: () => looks >= stopAfter,
  })
  return { ended, told, pauses, looks }
}

describe('PPG-9 a job is followed over a network that comes and goes', () => {
  test('PPG-9 looks in vain end nothing: it waits, longer each time, says so, and sees the end', async () => {
    const { ended, told, pauses } = await follow([
      seen(1),
      NOTHING,
      fault('INTERNAL'),
      NOTHING,
      seen(4),
      NOTHING,
      seen(5, 'ready'),
    ])
    expect(ended).toEqual({ job: { done: 5, total: 5, state: 'ready' } })
    expect(told).toEqual([
      [1, false],
      [1, true],
      [1, true],
      [1, true],
      [4, false],
      [4, true],
    ])
    expect(pauses).toEqual([400, 800, 1600, 3200, 400, 800])
  })

  test('PPG-9 however long nobody answers, it is not given up, and asks every fifteen seconds', async () => {
    const { ended, looks } = await follow([...Array<Answer<Job>>(200).fill(NOTHING), seen(5, 'ready')])
    expect([ended, looks]).toEqual([{ job: { done: 5, total: 5, state: 'ready' } }, 201])
    expect(pauseAfterVain(200)).toBe(15_000)
  })

  test('PPG-9 it is given up when the server says that there is no such job, or not for this person', async () => {
    for (const code of ['PRINT_JOB_UNKNOWN', 'NOT_SIGNED_IN'])
      expect((await follow([seen(1), fault(code), seen(2)])).ended).toMatchObject({ gone: [{ code }] })
  })

  test('PPG-9 who wants to know no more asks no more', async () => {
    const { ended, looks, told } = await follow(Array<Answer<Job>>(9).fill(seen(1)), 3)
    expect([ended, looks, told.length]).toEqual([null, 3, 2])
  })
})
