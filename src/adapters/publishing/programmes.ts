import { LRUCache } from 'lru-cache'
import { RefusalError } from '../../errors/refusal.ts'
import type { Page } from '../../model/page.ts'
import type { ReleaseId, Sha256 } from '../../model/ids.ts'
import type { Programme } from '../../model/programme.ts'
import { programmeBody } from '../../programme/digest.ts'
import { parseProgramme } from '../../programme/parse.ts'
import { withFonts } from '../../publish/index.ts'
import { charactersByFont, type Fonts } from '../disk/fonts.ts'
import type { Objects } from '../disk/objects.ts'

export type Programmes = {
  /** Adds the fonts it needs, stores its bytes under their hash. */
  readonly put: (programme: Programme) => Promise<{ readonly sha256: Sha256; readonly bytes: number }>
  /** null when it is not here or its bytes are not what the hash says. */
  readonly get: (sha: Sha256) => Promise<Programme | null>
  /** Whether it plays a release; one that is not here any more plays nothing. */
  readonly plays: (sha: Sha256, release: ReleaseId) => Promise<boolean>
  /** Writes a damaged programme, or a font of one, anew; false where nothing here remembers it. */
  readonly again: (sha: Sha256) => Promise<boolean>
}

const KEPT = 64

/** Programmes as objects; parsed ones are kept a while, since people ask the timeline about the same few. */
export const openProgrammes = (objects: Objects, fonts: Fonts): Programmes => {
  const kept = new LRUCache<Sha256, Programme>({ max: KEPT })
  return {
    put: async (bare) => {
      const pages: readonly Page[] = Object.values(bare.pages)
      const programme = withFonts(bare, await fonts.extras(charactersByFont(pages)))
      const text = programmeBody(programme)
      // A programme that players would refuse is refused here, where a person reads of it.
      const read = parseProgramme(text)
      if ('code' in read) throw new RefusalError(read)
      const body = Buffer.from(text, 'utf8')
      const sha256 = await objects.put(body)
      kept.set(sha256, programme)
      return { sha256, bytes: body.byteLength }
    },
    get: async (sha) => {
      const known = kept.get(sha)
      if (known) return known
      const bytes = await objects.get(sha)
      if (!bytes) return null
      const programme = parseProgramme(Buffer.from(bytes).toString('utf8'))
      if ('code' in programme) return null
      kept.set(sha, programme)
      return programme
    },
    plays: async (sha, release) => {
      const bytes = await objects.get(sha)
      // Its bytes are canonical (PRG-1): a name is written in one way.
      return bytes !== null && Buffer.from(bytes).includes(`"release":${JSON.stringify(release)}`)
    },
    again: async (sha) => {
      const own = kept.get(sha)
      if (own) return (await objects.put(Buffer.from(programmeBody(own), 'utf8'))) === sha
      const user = [...kept.values()].find((one) => one.fonts.some(({ sha256 }) => sha256 === sha))
      if (user) await fonts.extras(charactersByFont(Object.values(user.pages)))
      return user !== undefined
    },
  }
}
