/** Following a job of the server over a network that comes and goes. */
import type { Refusal } from '../../../../src/errors/refusal.ts'
import type { Answer, Fault } from '../../../web/answer.ts'

export type Job = {
  readonly done: number
  readonly total: number
  readonly state: 'running' | 'ready' | 'cancelled' | 'failed'
  readonly error?: Partial<Refusal>
  readonly warnings?: readonly Partial<Refusal>[]
}

const LOOK_EVERY_MS = 400
const LONGEST_PAUSE_MS = 15_000

/** Answers after which there is nothing to wait for; all others are the network's, or a server's that is coming up. */
const GONE: readonly string[] = ['PRINT_JOB_UNKNOWN', 'NOT_SIGNED_IN', 'ROLE_MISSING']

export const isGone = (faults: readonly Fault[]): boolean => faults.some(({ code }) => GONE.includes(code))

/** Twice as long after each look in vain, so that a weak network is left room. */
export const pauseAfterVain = (vain: number): number => Math.min(LOOK_EVERY_MS * 2 ** vain, LONGEST_PAUSE_MS)

type Eyes = {
  readonly look: () => Promise<Answer<Job>>
  readonly pause: (ms: number) => Promise<void>
  /** `job` as last seen, null before; `vain` while nobody answers. */
  readonly tell: (job: Job | null, vain: boolean) => void
  readonly stopped: () => boolean
}

export type Ended = { readonly job: Job } | { readonly gone: readonly Fault[] } | null

/** Looks until the job is over, the server says it is gone, or the page no longer asks (null) (PPG-9). */
export const watchJob = async ({ look, pause, tell, stopped }: Eyes): Promise<Ended> => {
  let seen: Job | null = null
  let vain = 0
  for (;;) {
    const answer = await look()
    if (stopped()) return null
    if (answer.ok) {
      seen = answer.value
      vain = 0
      if (seen.state !== 'running') return { job: seen }
    } else {
      if (isGone(answer.faults)) return { gone: answer.faults }
      vain += 1
    }
    tell(seen, vain > 0)
    await pause(pauseAfterVain(vain))
    if (stopped()) return null
  }
}
