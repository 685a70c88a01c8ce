import type { ContentId, PlaylistId } from '../model/ids.ts'
import type { TownPlaylist } from '../model/town.ts'

export type Flat = {
  readonly contents: readonly ContentId[]
  /** The playlist itself and all it contains at any depth. */
  readonly playlists: readonly TownPlaylist[]
}

/**
 * SCH-3: the contents of a playlist with those of nested ones in their place, each content once, where it stands
 * first. Every playlist is opened once, so circles end and nesting cannot multiply (I10).
 */
export const flatten = (root: PlaylistId, playlists: ReadonlyMap<PlaylistId, TownPlaylist>): Flat => {
  const contents = new Set<ContentId>()
  const opened = new Map<PlaylistId, TownPlaylist>()
  // A stack of what is still to read, not recursion: a chain of nested lists may be long.
  const rest: TownPlaylist['entries'][number][] = [{ playlist: root }]
  for (let entry = rest.pop(); entry; entry = rest.pop()) {
    if ('content' in entry) {
      contents.add(entry.content)
      continue
    }
    const list = playlists.get(entry.playlist)
    if (!list || opened.has(list.id)) continue
    opened.set(list.id, list)
    rest.push(...list.entries.toReversed())
  }
  return { contents: [...contents], playlists: [...opened.values()] }
}
