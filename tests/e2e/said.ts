/** All that a page says, to who looks at it and to who hears it. */
import type { Page } from 'playwright-core'

export type Said = {
  /** Title, text, values of fields, and names and hints of what is shown. */
  readonly all: string
  /** What the product itself says: labels, buttons, heads of columns, the menu, hints. */
  readonly own: string
  /** What people of the town gave themselves as names to sign in by, where the page shows them. */
  readonly names: ReadonlySet<string>
}

export const saidOn = async (page: Page): Promise<Said> => {
  const { all, own, names } = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    )
    const hints = (one: Element): readonly string[] =>
      ['placeholder', 'title', 'aria-label', 'aria-description', 'aria-roledescription'].flatMap(
        (name) => one.getAttribute(name) ?? [],
      )
    const values = shown.flatMap((one) =>
      one.matches('textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=file])')
        ? (one as HTMLInputElement | HTMLTextAreaElement).value
        : [],
    )
    // What stands in a box to choose from is of the town.
    const withoutChoices = (one: HTMLElement): string => {
      const words = one.cloneNode(true) as HTMLElement
      words.querySelectorAll('select').forEach((choice) => choice.remove())
      return words.innerText
    }
    const isOwn =
      'label, .field-label, .btn__label, .ss-button, th, .nav__link-label, .field-description, .per-page'
    return {
      all: [
        document.title,
        document.body.innerText,
        ...values,
        ...shown.flatMap(hints),
        ...[...document.images].map(({ alt }) => alt),
      ].join('\n'),
      own: shown
        .filter((one) => one.matches(isOwn))
        .map(withoutChoices)
        .join('\n'),
      names: [...document.querySelectorAll<HTMLElement>('.cell-username, #field-username')].map((one) =>
        one instanceof HTMLInputElement ? one.value : one.innerText,
      ),
    }
  })
  return { all, own, names: new Set(names.map((name) => name.trim())) }
}
