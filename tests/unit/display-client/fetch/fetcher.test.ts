import { describe, expect, test } from 'vitest'
import type { Downloaded } from '../../../../display-client/fetch/download.ts'
import { openFetcher, type Fetched } from '../../../../display-client/fetch/fetcher.ts'
import type { Sha256 } from '../../../../src/model/ids.ts'
import { fakeTempo } from '../../../fakes/tempo.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as Sha256[]
const source = { urlOf: (name: Sha256): string => `/${name}`, mostOf: () => 100 }
const BYTES: Downloaded = { bytes: new Uint8Array([1]), type: '' }

/** Hashing takes a millisecond, the disk `diskMs`. */
const rig = (answer: (url: string, tries: number) => Promise<Downloaded>, diskMs = 0) => {
  const tempo = fakeTempo(0)
  const here = new Set<string>()
  const tries = new Map<string, number>()
  const limits = new Map<string, number>()
  let open = 0
  let most = 0
  let hashing = 0
  const after = (ms: number): Promise<void> => new Promise((resolve) => tempo.after(ms, resolve))
  const fetcher = openFetcher({
    after: tempo.after,
    mono: () => tempo.mono() + hashing,
    random: () => 0.5,
    objects: {
      has: async (name) => here.has(name),
      keepObject: async (name, { bytes }) => {
        hashing = 1
        await Promise.resolve()
        hashing = 0
        if (bytes.length === 0) return false
        if (diskMs) await after(diskMs)
        here.add(name)
        return true
      },
    },
    download: (url, limit) => {
      const count = (tries.get(url) ?? 0) + 1
      tries.set(url, count)
      limits.set(url, limit)
      open += 1
      most = Math.max(most, open)
      let stop = (): void => {}
      const stopped = new Promise<never>((_, reject) => {
        stop = () => reject(new Error('stopped'))
      })
      const done = Promise.race([answer(url, count), stopped]).finally(() => {
        open -= 1
      })
      return { done, stop }
    },
  })
  return { tempo, after, here, tries, limits, fetcher, most: () => most, open: () => open }
}

describe('fetcher', () => {
  test('PLY-21 fetches what is not here, four at a time', async () => {
    const { tempo, here, tries, fetcher, most } = rig(async () => BYTES)
    here.add('a')
    const done = fetcher.all(names, source)
    await tempo.pass(0)
    expect(await done).not.toBeNull()
    expect([...tries.keys()]).toEqual(['/b', '/c', '/d', '/e', '/f'])
    expect(most()).toBeLessThanOrEqual(4)
  })

  test('PLY-21 tries again with growing pauses, also when bytes are not what their name says', async () => {
    const { tempo, tries, fetcher } = rig(async (_, count) => {
      if (count === 1) throw new Error('404')
      return count < 4 ? { bytes: new Uint8Array(), type: '' } : BYTES
    })
    const done = fetcher.all(['a' as Sha256], source)
    const seen: number[] = []
    for (const ms of [0, 249, 1, 499, 1, 999, 1]) {
      await tempo.pass(ms)
      seen.push(tries.get('/a') ?? 0)
    }
    expect(seen).toEqual([1, 1, 2, 2, 3, 3, 4])
    // The bytes that were not what their name says count for nothing.
    expect(await done).toEqual({ fetched: 1_750, verified: 1_751 })
  })

  test('PLY-21 the pause never grows over half a minute and a half', async () => {
    const { tempo, tries, fetcher } = rig(async () => {
      throw new Error('down')
    })
    void fetcher.all(['a' as Sha256], source)
    await tempo.pass(3_600_000)
    expect(tries.get('/a')).toBeGreaterThan(3_600_000 / 45_000)
  })

  test('PLY-21 when the network is back nobody waits out the pause', async () => {
    const { tempo, tries, fetcher } = rig(async (_, count) => {
      if (count < 9) throw new Error('down')
      return BYTES
    })
    void fetcher.all(['a' as Sha256], source)
    await tempo.pass(60_000)
    const before = tries.get('/a') ?? 0
    fetcher.hurry()
    await tempo.pass(0)
    expect(tries.get('/a')).toBe(before + 1)
  })

  test('PLY-21 a newer wish ends the older one', async () => {
    const { tempo, tries, fetcher } = rig(async (url) => {
      if (url === '/a') throw new Error('gone')
      return BYTES
    })
    const first = fetcher.all(['a' as Sha256], source)
    await tempo.pass(1_000)
    const second = fetcher.all(['b' as Sha256], source)
    await tempo.pass(60_000)
    const after = tries.get('/a')
    await tempo.pass(600_000)
    expect([await first, await second, tries.get('/a')]).toEqual([
      null,
      { fetched: 1_000, verified: 1_001 },
      after,
    ])
  })

  test('PLY-30 each try is told how many bytes may come', async () => {
    let most = 10
    const { tempo, limits, fetcher } = rig(async (_, count) => {
      if (count < 2) throw new Error('too long')
      return BYTES
    })
    const done = fetcher.all(['a' as Sha256], { ...source, mostOf: () => most })
    await tempo.pass(0)
    expect(limits.get('/a')).toBe(10)
    most = 20
    await tempo.pass(250)
    expect([limits.get('/a'), await done]).toEqual([20, expect.anything()])
  })

  test('PLY-30 a newer wish ends the downloads of an older one, and joins those it shares with it', async () => {
    const { tempo, tries, fetcher, open } = rig(() => new Promise(() => {}))
    const wishes: Promise<Fetched | null>[] = []
    for (let i = 0; i < 50; i += 1) {
      wishes.push(fetcher.all([`x${i}` as Sha256, 'a' as Sha256], source))
      await tempo.pass(0)
    }
    expect(open()).toBe(2)
    expect(tries.get('/a')).toBe(1)
    await tempo.pass(60_000)
    expect(tries.get('/x0')).toBe(1)
  })

  test('PLY-35 tells when the last byte had come and when the last check ended, without what the disk took', async () => {
    const took: Readonly<Record<string, number>> = { '/a': 300, '/b': 100, '/d': 40, '/e': 40, '/f': 40 }
    const { tempo, after, here, fetcher } = rig(async (url) => {
      await after(took[url] ?? 0)
      return BYTES
    }, 50)
    here.add('c')
    const done = fetcher.all(names, source)
    await tempo.pass(1_000)
    expect(await done).toEqual({ fetched: 300, verified: 301 })
  })

  test('PLY-35 where all was here no byte came, and the check is the looking', async () => {
    const { tempo, here, fetcher } = rig(async () => BYTES)
    await tempo.pass(70)
    names.forEach((name) => here.add(name))
    const done = fetcher.all(names, source)
    await tempo.pass(0)
    expect(await done).toEqual({ fetched: 0, verified: 70 })
  })
})
