import { stat } from 'node:fs/promises'
import { pictureMissing } from '../../../cms/town/pictures.ts'
import type { Refusal } from '../../errors/refusal.ts'
import type { ContentKinds } from '../../content/index.ts'
import type { Instant, Sha256 } from '../../model/ids.ts'
import type { Town, TownRelease } from '../../model/town.ts'
import type { Clock } from '../process/clock.ts'
import type { Images } from '../images/images.ts'
import type { Objects } from '../disk/objects.ts'

type World = {
  readonly kinds: ContentKinds
  readonly objects: Objects
  readonly images: Pick<Images, 'rendition'>
  readonly clock: Clock
}

export type Pictured = { readonly town: Town; readonly refusals: readonly Refusal[] }

/** A file that is there does not go by itself; one that is not may be put back. */
const LOOK_AGAIN_MS = 3_600_000

type Drawn = { readonly asset: Sha256; readonly w: number; readonly h: number }

const drawnBy = ({ pages }: TownRelease): readonly Drawn[] =>
  Object.values(pages).flatMap((all) =>
    all.flatMap(({ ops }) =>
      ops.flatMap((op) => (op.op === 'image' ? [{ asset: op.asset, w: op.w, h: op.h }] : [])),
    ),
  )

/**
 * Leaves out of the town's pictures those whose file is gone and cannot be cut again, so that what draws them counts
 * as not released (PUB-3), and says which picture of which content it is. A file is looked for once an hour.
 */
export const pictureWatch = ({ kinds, objects, images, clock }: World) => {
  const seen = new Map<Sha256, { readonly here: boolean; readonly at: Instant }>()

  const isHere = async (sha: Sha256, bytes: number): Promise<boolean> =>
    stat(objects.path(sha)).then(
      ({ size }) => size === bytes,
      () => false,
    )

  const found = async (town: Town, release: TownRelease, { asset, w, h }: Drawn): Promise<boolean> => {
    const known = seen.get(asset)
    if (known && clock() - known.at < LOOK_AGAIN_MS) return known.here
    const { body } = release.frozen
    const cut = async (): Promise<boolean> => {
      for (const { sha256 } of kinds.of(body).pictures(body))
        if ((await images.rendition(sha256, w, h)).asset === asset) return true
      return false
    }
    const here = (await isHere(asset, town.assets[asset]?.bytes ?? 0)) || (await cut().catch(() => false))
    seen.set(asset, { here, at: clock() })
    return here
  }

  return async (town: Town): Promise<Pictured> => {
    const gone = new Set<Sha256>()
    const refusals: Refusal[] = []
    for (const release of town.releases) {
      const before = gone.size
      for (const drawn of drawnBy(release)) if (!(await found(town, release, drawn))) gone.add(drawn.asset)
      if (gone.size > before) refusals.push(pictureMissing(kinds, release))
    }
    for (const sha of seen.keys()) if (!(sha in town.assets)) seen.delete(sha)
    if (gone.size === 0) return { town, refusals }
    const assets = Object.fromEntries(Object.entries(town.assets).filter(([sha]) => !gone.has(sha as Sha256)))
    return { town: { ...town, assets }, refusals }
  }
}
