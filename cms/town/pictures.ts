import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { titleOf } from '../../src/model/content.ts'
import type { TownRelease } from '../../src/model/town.ts'

/** A picture that is gone, by its true name: which picture of which content. */
export const pictureMissing = ({ frozen: { body } }: Pick<TownRelease, 'frozen'>): Refusal => {
  const media = body.kind === 'case' ? body.photo?.media : undefined
  return refusal('CONTENT_PICTURE_MISSING', { got: titleOf(body), hint: `media/${media ?? ''}` })
}
