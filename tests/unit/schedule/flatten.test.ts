import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaylistId } from '../../../src/model/ids.ts'
import type { TownPlaylist } from '../../../src/model/town.ts'
import { flatten } from '../../../src/schedule/flatten.ts'
import { buildPlaylist } from '../../builders/schedule.ts'

const mapOf = (...lists: TownPlaylist[]): Map<PlaylistId, TownPlaylist> =>
  new Map(lists.map((p) => [p.id, p]))
const p1 = 'p1' as PlaylistId

describe('SCH-3 playlists nest; each content plays once, where it stands first', () => {
  it('puts nested contents in the place of their list', () => {
    const lists = mapOf(buildPlaylist('p1', ['a', 'p2', 'd', 'a']), buildPlaylist('p2', ['b', 'c', 'a']))
    expect(flatten(p1, lists).contents).toEqual(['a', 'b', 'c', 'd'])
    expect(flatten(p1, lists).playlists.map((p) => p.id)).toEqual(['p1', 'p2'])
  })

  it('ends on circles and passes over lists that are gone', () => {
    const lists = mapOf(buildPlaylist('p1', ['a', 'p2', 'p9']), buildPlaylist('p2', ['p1', 'b']))
    expect(flatten(p1, lists).contents).toEqual(['a', 'b'])
    expect(flatten('p9' as PlaylistId, lists)).toEqual({ contents: [], playlists: [] })
  })

  it('I10 does not multiply: 40 lists, each holding the next twice', () => {
    const lists = mapOf(
      ...Array.from({ length: 40 }, (_, i) =>
        buildPlaylist(`p${i + 1}`, [`p${i + 2}`, `x${i}`, `p${i + 2}`]),
      ),
    )
    expect(flatten(p1, lists).contents).toHaveLength(40)
  })

  it('reads a chain of 20 000 lists', () => {
    const lists = mapOf(
      ...Array.from({ length: 20_000 }, (_, i) => buildPlaylist(`p${i + 1}`, [`p${i + 2}`, 'z'])),
    )
    expect(flatten(p1, lists).contents).toEqual(['z'])
  })

  it('never hangs, and lists each content reachable exactly once', () => {
    const names = ['p1', 'p2', 'p3', 'a', 'b', 'c']
    const arbEntries = fc.array(fc.constantFrom(...names), { maxLength: 5 })
    fc.assert(
      fc.property(arbEntries, arbEntries, arbEntries, (x, y, z) => {
        const lists = mapOf(buildPlaylist('p1', x), buildPlaylist('p2', y), buildPlaylist('p3', z))
        const { contents, playlists } = flatten(p1, lists)
        const reachable = new Set(
          playlists.flatMap((p) => p.entries.flatMap((e) => ('content' in e ? [e.content] : []))),
        )
        expect(new Set(contents)).toEqual(reachable)
        expect(contents).toHaveLength(reachable.size)
      }),
    )
  })
})
