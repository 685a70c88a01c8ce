import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { titleOf, type ContentKinds } from '../../src/content/index.ts'
import type { TownRelease } from '../../src/model/town.ts'

/** A picture that is gone, by its true name: which picture of which content. */
export const pictureMissing = (kinds: ContentKinds, { frozen }: Pick<TownRelease, 'frozen'>): Refusal => {
  const [picture] = kinds.of(frozen.body).pictures(frozen.body)
  return refusal('CONTENT_PICTURE_MISSING', {
    got: titleOf(kinds, frozen),
    hint: `media/${picture?.media ?? ''}`,
  })
}
