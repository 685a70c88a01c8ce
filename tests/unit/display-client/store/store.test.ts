import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../../display-client/store/store.ts'
import type { Sha256 } from '../../../../src/model/ids.ts'
import { fakeDisk } from '../../../fakes/memory-store.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const object = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return { name: hash(bytes) as Sha256, object: { bytes, type: 'image/png' } }
}
const [one, two] = [object('one'), object('two')]

describe('store', () => {
  test('I4 a disk that dies is noticed, and playing goes on from memory', async () => {
    const disk = fakeDisk()
    const store = openStore({ disk, hash, named: () => [] })
    await store.keep({ before: 1 })
    expect(store.durable()).toBe(true)
    disk.die()
    await store.keep({ town: 2 })
    expect(await store.keepObject(one.name, one.object)).toBe(true)
    expect(await store.object(one.name)).toEqual(one.object)
    expect([await store.record('town'), await store.record('before')]).toEqual([2, null])
    await store.tidy()
    expect(store.durable()).toBe(false)
  })

  test('I4 without any disk everything works until the next start', async () => {
    const store = openStore({ disk: null, hash, named: () => [] })
    await store.keepObject(one.name, one.object)
    expect(await store.has(one.name)).toBe(true)
    expect(store.durable()).toBe(false)
  })

  test('I10 a full disk makes room by letting go of what nobody names, never of what plays', async () => {
    const disk = fakeDisk()
    let named: Sha256[] = []
    const store = openStore({ disk, hash, named: () => named })
    await store.keepObject(one.name, one.object)
    disk.limit(1)
    await store.keepObject(two.name, two.object)
    expect([await store.has(one.name), await store.has(two.name), store.durable()]).toEqual([
      false,
      true,
      true,
    ])
    named = [two.name]
    await store.keepObject(one.name, one.object)
    expect([await store.has(one.name), await store.has(two.name), store.durable()]).toEqual([
      true,
      true,
      false,
    ])
    expect(await disk.keys('objects')).toEqual([two.name])
  })

  test('I4 what a hint names while the disk is being swept keeps its bytes', async () => {
    const disk = fakeDisk()
    let named: Sha256[] = [one.name]
    const hinted = (keys: readonly string[]) => {
      named = [one.name, two.name]
      return keys
    }
    const busy = { ...disk, keys: (store: 'objects' | 'records') => disk.keys(store).then(hinted) }
    const store = openStore({ disk: busy, hash, named: () => named })
    await store.keepObject(one.name, one.object)
    await store.keepObject(two.name, two.object)
    await store.tidy()
    expect(await store.has(two.name)).toBe(true)
    expect(await disk.keys('objects')).toEqual([one.name, two.name])
  })
})
