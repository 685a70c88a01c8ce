import { describe, expect, it } from 'vitest'
import { openChanges } from '../../../src/adapters/cluster/changes.ts'
import type { Changes } from '../../../src/model/cluster.ts'

type Made = { readonly name: string; readonly open: (failed: (error: unknown) => void) => Changes<string> }

const MADE: readonly Made[] = [
  {
    name: 'memory',
    open: (failed) => openChanges<string>({ error: (entry: unknown) => failed(entry) } as never),
  },
]

describe.each(MADE)('changes in $name', ({ open }) => {
  it('CLU-1 all who listen hear each change once, in the order it was published, and no longer than they wish', async () => {
    const changes = open(() => undefined)
    const heard: string[] = []
    const stop = changes.listen((change) => heard.push(`a ${change}`))
    changes.listen((change) => heard.push(`b ${change}`))
    await changes.publish('1')
    await changes.publish('2')
    stop()
    await changes.publish('3')
    expect(heard).toEqual(['a 1', 'b 1', 'a 2', 'b 2', 'b 3'])
  })

  it('CLU-1 one that throws keeps the change from nobody, and who published hears nothing of it', async () => {
    const failed: unknown[] = []
    const changes = open((error) => failed.push(error))
    const heard: string[] = []
    changes.listen(() => {
      throw new Error('deaf')
    })
    changes.listen((change) => heard.push(change))
    await changes.publish('1')
    expect(heard).toEqual(['1'])
    expect(failed).toHaveLength(1)
  })
})
