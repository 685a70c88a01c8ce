import { createHash } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Backend } from '../../../display-client/store/backend.ts'
import { indexedBackend } from '../../../display-client/store/indexed.ts'
import { keepRecords, readKept, readRecord } from '../../../display-client/store/kept.ts'
import { memoryBackend } from '../../../display-client/store/memory.ts'
import { openStore, type Store } from '../../../display-client/store/store.ts'
import type { Sha256 } from '../../../src/model/ids.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const object = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return { name: hash(bytes) as Sha256, object: { bytes, type: 'image/png' } }
}
const [one, two, three] = [object('one'), object('two'), object('three')]

let factory: IDBFactory
const range = globalThis.IDBKeyRange
beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange as typeof globalThis.IDBKeyRange
})
afterAll(() => {
  globalThis.IDBKeyRange = range
})
beforeEach(() => {
  factory = new IDBFactory()
})

const openDisk = (prefix: string): Promise<Backend> =>
  indexedBackend(factory as unknown as globalThis.IDBFactory, prefix)

const BACKENDS: readonly (readonly [string, (prefix: string) => Promise<Backend>])[] = [
  ['IndexedDB', openDisk],
  ['memory', () => Promise.resolve(memoryBackend())],
]

describe.each(BACKENDS)('the store on %s', (_name, open) => {
  let named: Sha256[]
  let store: Store
  let disk: Backend

  beforeEach(async () => {
    named = []
    disk = await open('')
    store = openStore({ disk, hash, named: () => named })
  })

  test('I1 bytes are hashed before they are stored; wrong ones are refused and never readable', async () => {
    expect(await store.keepObject(one.name, two.object)).toBe(false)
    expect(await store.object(one.name)).toBeNull()
    expect(await store.keepObject(one.name, one.object)).toBe(true)
    expect(await store.object(one.name)).toEqual(one.object)
    expect(await store.has(two.name)).toBe(false)
  })

  test('I1 bytes damaged on the disk are as good as absent', async () => {
    await disk.write([{ store: 'objects', key: one.name, value: two.object }])
    expect(await store.object(one.name)).toBeNull()
    await disk.write([{ store: 'objects', key: one.name, value: 'rot' }])
    expect(await store.has(one.name)).toBe(false)
  })

  test('I9 records are written together and removed by null', async () => {
    await store.keep({ a: 1, b: { c: [2] } })
    expect([await store.record('a'), await store.record('b')]).toEqual([1, { c: [2] }])
    await store.keep({ a: null, b: 3 })
    expect([await store.record('a'), await store.record('b')]).toEqual([null, 3])
  })

  test('I10 what nobody names is let go, what is named stays', async () => {
    for (const { name: key, object: value } of [one, two, three]) await store.keepObject(key, value)
    named = [two.name]
    await store.tidy()
    expect(await Promise.all([one, two, three].map(({ name: key }) => store.has(key)))).toEqual([
      false,
      true,
      false,
    ])
  })

  test('PLY-19 all that a start needs comes back as it was', async () => {
    expect(await readKept(store)).toEqual({
      town: null,
      screen: null,
      active: null,
      pending: null,
      withdrawn: [],
    })
    const town = { name: '镇', key: 'k' }
    const screen = { id: 's' as never, name: '屏', width: 1, height: 2 }
    const signed = { body: '{}', signature: 'x' }
    await store.keepObject(one.name, one.object)
    await keepRecords(store, { town: { town, screen }, active: { signed, name: one.name }, pending: null })
    expect(await readKept(store)).toEqual({
      town,
      screen,
      active: { signed, programme: 'one' },
      pending: null,
      withdrawn: [],
    })
    await keepRecords(store, { device: { publicKey: one.object.bytes, secretKey: two.object.bytes } })
    expect((await readRecord(store, 'device'))?.secretKey).toEqual(two.object.bytes)
  })
})

describe('the store on IndexedDB alone', () => {
  let named: Sha256[]
  let store: Store

  beforeEach(async () => {
    named = []
    store = openStore({ disk: await openDisk(''), hash, named: () => named })
  })

  test('PLY-20 a viewer and the screen in one browser do not see each other', async () => {
    const viewer = openStore({ disk: await openDisk('viewer:s1:'), hash, named: () => [] })
    await store.keepObject(one.name, one.object)
    await store.keep({ clock: 1 })
    expect(await viewer.has(one.name)).toBe(false)
    expect(await viewer.record('clock')).toBeNull()
    await viewer.keepObject(two.name, two.object)
    named = [one.name]
    await store.tidy()
    expect(await viewer.has(two.name)).toBe(true)
    await viewer.tidy()
    expect(await store.has(one.name)).toBe(true)
  })

  test('I4 a start after a power cut finds what was committed', async () => {
    await store.keepObject(one.name, one.object)
    await store.keep({ clock: { shared: 1, wall: 2 } })
    const again = openStore({ disk: await openDisk(''), hash, named: () => [] })
    expect(await again.object(one.name)).toEqual(one.object)
    expect(await readRecord(again, 'clock')).toEqual({ shared: 1, wall: 2 })
  })
})
