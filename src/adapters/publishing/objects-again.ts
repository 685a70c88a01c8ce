import type { ContentKinds } from '../../content/index.ts'
import type { Sha256 } from '../../model/ids.ts'
import type { Town } from '../../model/town.ts'
import type { Images } from '../images/images.ts'
import type { Log } from '../process/log.ts'
import type { Programmes } from './programmes.ts'

/** Makes the bytes of this hash anew; false where nothing says what they were made from. */
export type Again = (sha: Sha256) => Promise<boolean>

type World = {
  readonly kinds: ContentKinds
  readonly programmes: Programmes
  readonly images: Pick<Images, 'rendition'>
  readonly town: () => Pick<Town, 'releases'>
  readonly log: Log
}

/** Where the picture of this name is drawn, and what it may have been cut from. */
const drawnAs = (kinds: ContentKinds, { releases }: Pick<Town, 'releases'>, sha: Sha256) => {
  for (const { frozen, pages } of releases) {
    const pictures = kinds.of(frozen.body).pictures(frozen.body)
    if (pictures.length === 0) continue
    for (const op of Object.values(pages).flatMap((all) => all.flatMap(({ ops }) => ops)))
      if (op.op === 'image' && op.asset === sha) return { pictures, w: op.w, h: op.h }
  }
  return null
}

/**
 * A damaged or missing object is made anew from what it was made of when a screen asks for it. Only names that the
 * town's own programmes hold lead to any work, so strangers cannot ask for it.
 */
export const objectsAgain = ({ kinds, programmes, images, town, log }: World): Again => {
  const running = new Map<Sha256, Promise<boolean>>()
  const make: Again = async (sha) => {
    if (await programmes.again(sha)) return true
    const drawn = drawnAs(kinds, town(), sha)
    for (const { sha256 } of drawn?.pictures ?? [])
      if (drawn && (await images.rendition(sha256, drawn.w, drawn.h)).asset === sha) return true
    return false
  }
  return (sha) => {
    const made =
      running.get(sha) ??
      make(sha)
        .catch((error: unknown) => {
          log.error({ err: error, object: sha }, 'a damaged object could not be made again')
          return false
        })
        .finally(() => running.delete(sha))
    running.set(sha, made)
    return made
  }
}
