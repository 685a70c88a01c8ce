import { isRefusal } from '../../src/errors/is-refusal.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Programme } from '../../src/model/programme.ts'
import { parseProgramme } from '../../src/programme/index.ts'
import { sha256Of } from './device-key.ts'

/** What a screen has fetched: every byte hashed before it counts (I1). */
export type DeviceObjects = {
  /** The programme with all it names here; throws with the reason when anything is missing or not what its name says. */
  readonly fetch: (sha: Sha256) => Promise<Programme>
}

export const openObjects = (origin: string): DeviceObjects => {
  const kept = new Map<string, Promise<Uint8Array>>()

  /** A line that is down, or a server that is just starting, is nobody's fault: players try again (PLY-21). */
  const ask = async (url: string, tries = 100): Promise<Response> => {
    try {
      const answer = await fetch(url)
      if (answer.status !== 503) return answer
      throw new Error(`${url}: 503`)
    } catch (error) {
      if (tries === 0) throw error
      await new Promise((later) => setTimeout(later, 100).unref())
      return ask(url, tries - 1)
    }
  }

  const take = async (path: string, sha: string): Promise<Uint8Array> => {
    const answer = await ask(`${origin}/screens/${path}/${sha}`)
    if (!answer.ok) throw new Error(`${path}/${sha}: ${answer.status}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (sha256Of(bytes) !== sha) throw new Error(`${path}/${sha}: other bytes`)
    return bytes
  }
  const once = (path: string, sha: string): Promise<Uint8Array> => {
    const known = kept.get(sha) ?? take(path, sha)
    kept.set(sha, known)
    known.catch(() => kept.delete(sha))
    return known
  }

  return {
    fetch: async (sha) => {
      const body = Buffer.from(await once('programmes', sha)).toString('utf8')
      const programme = parseProgramme(body)
      if (isRefusal(programme)) throw new Error(`programmes/${sha}: ${programme.message_en}`)
      const named = [...Object.keys(programme.assets), ...programme.fonts.map((font) => font.sha256)]
      await Promise.all(named.map((name) => once('assets', name)))
      return programme
    },
  }
}
