import { sheetWordsOf } from '../../src/content/index.ts'
import type { Instant } from '../../src/model/ids.ts'
import { lettersBy } from '../../src/poster/clauses.ts'
import { suggestTemplates } from '../../src/poster/fits.ts'
import type { PrintOrder } from '../base/ports.ts'
import { ports, portsIfFilled } from '../base/ports.ts'
import { storePhoto } from '../postings/photo.ts'
import { appendPosting } from '../postings/postings.ts'
import { printByCode, registerPrints } from '../print/prints.ts'
import { readRecords, sourceOf } from '../print/records.ts'
import { readVerified } from '../town/verified.ts'
import { newestRelease } from '../records/rows.ts'
import { nameOfRef, type Pictures } from './contents.ts'
import type { Voices } from './persons.ts'
import { POSTINGS, postedUntil, type PostingSeed } from './plan.ts'
import { idIn, type Ids } from './rows.ts'

type Links = { readonly units: Ids; readonly places: Ids; readonly contents: Ids }

/** What a village prints on its own printer. */
const NOTICE = 'notice-a4'

/** A sheet of the newest release on the A4 notice, else on the first template that takes it; null where none does. */
const orderFor = async (
  { village }: Voices,
  seed: PostingSeed,
  { units, contents }: Links,
): Promise<PrintOrder | null> => {
  const { payload } = village
  const release = await newestRelease(village, idIn(contents, nameOfRef(seed.content)))
  if (!release) return null
  const verified = await readVerified(payload, release.id, village)
  const records = await readRecords(payload, null, village)
  const world = ports()
  const schemas = (await world.print?.templates()) ?? []
  const fits = suggestTemplates(
    schemas,
    sheetWordsOf(world.kinds, verified.frozen),
    lettersBy(world.dictionary),
  )
  const fitting = fits.find((id) => id === NOTICE) ?? fits[0]
  const size = schemas.find(({ id }) => id === fitting)?.sizes[0]
  const way = size?.ways[0]
  if (!fitting || !size || !way) return null
  const source = sourceOf(verified, records, idIn(units, seed.unit))
  const { release: id, unit } = source
  const sheet = { template: fitting, size: size.id, way, tiling: 'none' as const }
  return { choice: { release: id, unit: unit.id, contact: null, ...sheet }, source }
}

/**
 * What the village's clerk has hung on the first day, with the codes the print engine gives. A server without one has
 * nothing to hang.
 */
export const seedPostings = async (
  voices: Voices,
  links: Links,
  pictures: Pictures,
  now: Instant,
): Promise<void> => {
  const world = portsIfFilled()
  if (!world?.print) return
  const req = voices.village
  for (const seed of POSTINGS) {
    const order = await orderFor(voices, seed, links)
    if (!order) continue
    const [code = ''] = await registerPrints(req, [order])
    const photo = await world.cleanImage(await pictures(seed.photo))
    const stored = await storePhoto(req, photo, order.source.unit.id)
    const print = await printByCode(req, code)
    const posting = { print, place: idIn(links.places, seed.place), until: postedUntil(seed, now) }
    await appendPosting(req, posting, stored, now)
  }
}
