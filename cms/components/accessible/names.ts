/**
 * What Payload draws without a name: buttons that are a sign alone, boxes to tick, dates. Who hears a page instead of seeing
 * it is told nothing there (DESK-80). There is no setting for it, so the names are put where they lack.
 */
import { say, type DeskLanguage } from '../../web/language.ts'

type Names = (element: Element, language: DeskLanguage) => string

const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

/** What a row of a list is called: the first of its cells with words in it. */
const rowOf = (element: Element): string =>
  [...(element.closest('tr')?.querySelectorAll('td') ?? [])].map(textOf).find(Boolean) ?? ''

const labelOf = (element: Element): string =>
  textOf(element.closest('.field-type')?.querySelector('.field-label')).replace(/\s*\*$/, '')

const NAMES: readonly (readonly [selector: string, name: Names])[] = [
  ['.date-time-picker input', labelOf],
  [
    '.date-time-picker__clear-button',
    (element, language) => say(language, `清空${labelOf(element)}`, `Clear ${labelOf(element)}`),
  ],
  ['th input[type=checkbox]', (_, language) => say(language, '全选这一页', 'Select the whole page')],
  [
    'td input[type=checkbox]',
    (element, language) => say(language, `选中“${rowOf(element)}”`, `Select “${rowOf(element)}”`),
  ],
  ['td a', rowOf],
  ['.clickable-arrow--left', (_, language) => say(language, '上一页', 'Previous page')],
  ['.clickable-arrow--right', (_, language) => say(language, '下一页', 'Next page')],
  ['.popup-button', (_, language) => say(language, '更多', 'More')],
  ['.collapsible__drag', (_, language) => say(language, '拖动排序', 'Drag to sort')],
]

const isNameless = (element: Element): boolean =>
  textOf(element) === '' &&
  !element.getAttribute('aria-label') &&
  !element.querySelector('img[alt]:not([alt=""])')

/** Names what has no name below `root`. What has one keeps it, so doing it again changes nothing. */
export const nameAll = (root: ParentNode, language: DeskLanguage): void => {
  for (const [selector, nameOf] of NAMES)
    for (const element of root.querySelectorAll(selector)) {
      const name = isNameless(element) ? nameOf(element, language) : ''
      if (!name) continue
      element.setAttribute('aria-label', name)
      // It names another element of the page, or none.
      element.removeAttribute('aria-labelledby')
    }
  // A sign that says nothing must not be stopped at either.
  for (const element of root.querySelectorAll('button[aria-hidden=true]'))
    element.setAttribute('tabindex', '-1')
  for (const element of root.querySelectorAll('.template-default__wrap:not([role])'))
    element.setAttribute('role', 'main')
}
