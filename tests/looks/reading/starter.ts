import { CASES } from '../../../cms/seed/cases.ts'
import { HOTLINES } from '../../../cms/seed/hotlines.ts'
import { SCREENS } from '../../../cms/seed/screens.ts'
import { SLOGANS } from '../../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../../cms/seed/techniques.ts'
import { profileOf, type ScreenRow } from '../../../cms/grids/grids.ts'
import { KINDS, layout, type Draft } from '../../../src/content/index.ts'
import type { ContentId } from '../../../src/model/ids.ts'
import type { Page } from '../../../src/model/page.ts'
import type { ScreenProfile } from '../../../src/model/screen.ts'
import { fallbackPages, METRICS } from '../../../src/page/index.ts'
import { buildHotline, buildPicture, SETTING } from '../../builders/content.ts'

/** The screens of the demo town, by their names. */
export const GRIDS: readonly { readonly name: string; readonly profile: ScreenProfile }[] = SCREENS.map(
  (screen) => ({ name: screen.name, profile: profileOf({ ...screen, id: screen.name } as ScreenRow) }),
)

type Starter = { readonly kind: string; readonly draft: Draft; readonly hotline: string }

const STARTER: readonly Starter[] = [
  ...CASES.map(({ beats, ...seed }) => ({
    kind: 'case',
    draft: { ...seed, story: beats.join('\n'), photo: 'picture' },
    hotline: seed.hotline,
  })),
  ...TECHNIQUES.map((seed) => ({ kind: 'technique', draft: seed, hotline: seed.hotline })),
  ...SLOGANS.map((seed) => ({ kind: 'slogan', draft: seed, hotline: seed.hotline })),
]

const hotlineOf = (key: string) => {
  const found = HOTLINES.find((hotline) => hotline.key === key)
  return buildHotline(found && { prompt: found.prompt, number: found.number })
}

/** Everything of the starter library on one panel, and the fallback, by the newest rules a kind has. */
export const starterPages = (profile: ScreenProfile): readonly Page[] => [
  ...STARTER.flatMap(({ kind: name, draft, hotline }, i) => {
    const kind = KINDS.named(name)
    if (!kind) throw new Error(`no kind ${name}`)
    const { body, faults } = kind.freeze(draft, { photo: buildPicture() })
    const content = {
      content: `starter-${i}` as ContentId,
      body,
      hotline: hotlineOf(hotline),
      validUntil: null,
    }
    const made = layout(KINDS, { ...content, layout: Math.max(...kind.layouts) }, SETTING)(profile)
    const [fault] = [...faults, ...made.faults]
    if (fault) throw new Error(`${kind.title(body)} ${fault.code} ${fault.hint ?? ''}`)
    return made.pages
  }),
  ...fallbackPages('五间镇', profile, METRICS),
]
