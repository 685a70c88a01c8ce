import { describe, expect, it } from 'vitest'
import { openJobs } from '../../../src/adapters/cluster/jobs.ts'
import type { Jobs } from '../../../src/model/cluster.ts'

const MADE: readonly { readonly name: string; readonly open: () => Jobs<AbortSignal> }[] = [
  { name: 'memory', open: openJobs },
]

/** Work that goes on until it is told to stop, and then fails; or until `end` is called. */
const endless = () => {
  let end: (said: string) => void = () => undefined
  let tell: (done: number) => void = () => undefined
  const work: Parameters<Jobs<AbortSignal>['run']>[1] = ({ signal, progress }) =>
    new Promise((resolve, reject) => {
      end = resolve as typeof end
      tell = progress
      signal.addEventListener('abort', () => reject(new Error('stopped')))
    })
  return { work, end: (said: string) => end(said), tell: (done: number) => tell(done) }
}

describe.each(MADE)('jobs in $name', ({ open }) => {
  it('CLU-4 what runs tells how far it is, and answers its result once; what does not run is no job', async () => {
    const jobs = open()
    const one = endless()
    const result = jobs.run('1', one.work)
    expect(await jobs.done('1')).toBe(0)
    one.tell(7)
    expect([await jobs.done('1'), await jobs.done('2')]).toEqual([7, null])
    await expect(jobs.run('1', endless().work)).rejects.toThrow('runs already')
    one.end('made')
    expect(await result).toBe('made')
    expect(await jobs.done('1')).toBeNull()
  })

  it('CLU-4 one is stopped, and no other with it; its failure is its own', async () => {
    const jobs = open()
    const [one, two] = [endless(), endless()]
    const first = jobs.run('1', one.work)
    const second = jobs.run('2', two.work)
    await jobs.stop('1')
    await jobs.stop('nothing')
    await expect(first).rejects.toThrow('stopped')
    two.end('made')
    expect(await second).toBe('made')
  })

  it('CLU-4 a town that stops tells no job that it failed, and begins none', async () => {
    const jobs = open()
    const one = endless()
    const settled: string[] = []
    const watch = (name: string, job: Promise<unknown>) =>
      void job.then(
        () => settled.push(`${name} made`),
        () => settled.push(`${name} failed`),
      )
    watch('1', jobs.run('1', one.work))
    await jobs.close()
    watch(
      '2',
      jobs.run('2', async () => 'made'),
    )
    await new Promise((done) => setImmediate(done))
    expect(settled).toEqual([])
    expect([await jobs.done('1'), await jobs.done('2')]).toEqual([null, null])
  })
})
