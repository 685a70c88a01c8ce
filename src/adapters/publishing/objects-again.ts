import type { Sha256 } from '../../model/ids.ts'
import type { Town } from '../../model/town.ts'
import type { Images } from '../images/images.ts'
import type { Log } from '../process/log.ts'
import type { Programmes } from './programmes.ts'

/** Makes the bytes of this hash anew; false where nothing says what they were made from. */
export type Again = (sha: Sha256) => Promise<boolean>

type World = {
  readonly programmes: Programmes
  readonly images: Pick<Images, 'rendition'>
  readonly town: () => Pick<Town, 'releases'>
  readonly log: Log
}

/** Where the picture of this name is drawn, and what it was cut from. */
const drawnAs = ({ releases }: Pick<Town, 'releases'>, sha: Sha256) => {
  for (const { frozen, pages } of releases) {
    const photo = frozen.body.kind === 'case' ? frozen.body.photo : null
    if (!photo) continue
    for (const op of Object.values(pages).flatMap((all) => all.flatMap(({ ops }) => ops)))
      if (op.op === 'image' && op.asset === sha) return { source: photo.sha256, w: op.w, h: op.h }
  }
  return null
}

/**
 * A damaged or missing object is made anew from what it was made of when a screen asks for it. Only names that the
 * town's own programmes hold lead to any work, so strangers cannot ask for it.
 */
export const objectsAgain = ({ programmes, images, town, log }: World): Again => {
  const running = new Map<Sha256, Promise<boolean>>()
  const make: Again = async (sha) => {
    if (await programmes.again(sha)) return true
    const drawn = drawnAs(town(), sha)
    return drawn !== null && (await images.rendition(drawn.source, drawn.w, drawn.h)).asset === sha
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
