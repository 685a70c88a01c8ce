import { FONT_NAMES, type Page } from '../../src/model/page.ts'
import { beyondBase, charactersOf, type Coverage } from '../../src/page/index.ts'

/** Characters of a page that the base fonts lack, each once: screens draw them with a subset sent for them. */
export const rareOf = (page: Page, coverage: Coverage): string =>
  [
    ...new Set(
      FONT_NAMES.flatMap((font) => Array.from(beyondBase(charactersOf([page], font), font, coverage))),
    ),
  ].join('')
