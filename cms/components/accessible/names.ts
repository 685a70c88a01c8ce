/**
 * What Payload draws without a name, or with one of a program: buttons that are a sign alone, boxes to tick, boxes to choose
 * from, dates. Who hears a page instead of seeing it is told nothing there (DESK-80). There is no setting for it, so the
 * names are put where they lack.
 */
import { say, type DeskLanguage } from '../../web/language.ts'

type Names = (element: Element, language: DeskLanguage) => string
type Table = readonly (readonly [selector: string, name: Names])[]

const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

/** What a row of a list is called: the first of its cells with words in it, but for the name its file is kept under. */
const rowOf = (element: Element): string =>
  [...(element.closest('tr')?.querySelectorAll('td:not(.cell-filename)') ?? [])].map(textOf).find(Boolean) ??
  ''

const columnOf = (element: Element): string => textOf(element.closest('th'))

const labelOf = (element: Element): string =>
  textOf(element.closest('.field-type')?.querySelector('.field-label')).replace(/\s*\*$/, '')

/** Who compares two editions chooses the other one there; it has a line above it and no label. */
const lineAbove = (element: Element): string =>
  textOf(element.closest('.view-version__version-from')?.querySelector('.view-version__version-from-labels'))

const always =
  (zh: string, en: string): Names =>
  (_, language) =>
    say(language, zh, en)

/** Where the first is no name, the second is, and so on. */
const firstOf =
  (...names: readonly Names[]): Names =>
  (element, language) =>
    names.map((nameOf) => nameOf(element, language)).find(Boolean) ?? ''

const CHOICE = firstOf(labelOf, lineAbove, always('请选择', 'Choose'))

/** For what has no name of its own. The first that fits counts. */
const NAMELESS: Table = [
  ['.date-time-picker input', labelOf],
  [
    '.date-time-picker__clear-button',
    (element, language) => say(language, `清空${labelOf(element)}`, `Clear ${labelOf(element)}`),
  ],
  ['.condition__field input[role=combobox]', always('按哪一栏', 'Field')],
  ['.condition__operator input[role=combobox]', always('怎样比', 'Comparison')],
  ['.condition__value input', always('比什么', 'Value')],
  ['input[role=combobox]', CHOICE],
  [
    '.clear-indicator',
    (element, language) => say(language, `清空${labelOf(element)}`, `Clear ${labelOf(element)}`),
  ],
  [
    'td input[type=checkbox]',
    (element, language) => say(language, `选中“${rowOf(element)}”`, `Select “${rowOf(element)}”`),
  ],
  ['td a', rowOf],
  ['.clickable-arrow--left', always('上一页', 'Previous page')],
  ['.clickable-arrow--right', always('下一页', 'Next page')],
  ['.popup-button:not(:has(button))', always('更多', 'More')],
  ['.collapsible__drag', always('拖动排序', 'Drag to sort')],
  ['.file-details__remove', always('换一个文件', 'Choose another file')],
  ['.upload-relationship-details__edit', always('改这张图片的说明', 'Edit this picture')],
  ['.upload-relationship-details__remove', always('拿掉这张图片', 'Remove this picture')],
  ['.drawer__close', always('关上', 'Close')],
]

/** For what a program named, by a word of its own or in English whatever is read. */
const MISNAMED: Table = [
  ['td.cell-filename a', rowOf],
  ['th input[type=checkbox]', always('全选这一页', 'Select the whole page')],
  ['.field-type.checkbox input[type=checkbox]', labelOf],
  [
    '.sort-column__asc',
    (element, language) =>
      say(language, `按${columnOf(element)}从小到大排`, `Sort by ${columnOf(element)}, ascending`),
  ],
  [
    '.sort-column__desc',
    (element, language) =>
      say(language, `按${columnOf(element)}从大到小排`, `Sort by ${columnOf(element)}, descending`),
  ],
  [
    '.relationship-add-new__add-button',
    (element, language) => say(language, `新建${labelOf(element)}`, `New: ${labelOf(element)}`),
  ],
  [
    '.relationship--multi-value-label__drawer-toggler',
    (element, language) =>
      say(
        language,
        `打开“${textOf(element.previousElementSibling)}”`,
        `Open “${textOf(element.previousElementSibling)}”`,
      ),
  ],
  [
    '.multi-value[role]',
    (element) => textOf(element.querySelector('[class$=label__text], .rs__multi-value__label')),
  ],
  ['section[aria-label^="Notifications"]', always('提示', 'Messages')],
]

const isNameless = (element: Element): boolean =>
  textOf(element) === '' &&
  !element.getAttribute('aria-label') &&
  !element.querySelector('img[alt]:not([alt=""])')

/** Changes nothing where it stands already, so that who watches for changes is not called again. */
const put = (element: Element, attribute: string, value: string): void => {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value)
}

const name = (element: Element, said: string): void => {
  if (!said) return
  put(element, 'aria-label', said)
  // It names another element of the page, or none.
  element.removeAttribute('aria-labelledby')
  if (element.getAttribute('title')) element.removeAttribute('title')
}

/** Roles that promise what is not there, and controls that are said to be none. */
const settle = (root: ParentNode): void => {
  const each = (selector: string, change: (element: Element) => void): void =>
    root.querySelectorAll(selector).forEach(change)
  each('.template-default__wrap:not([role])', (page) => page.setAttribute('role', 'main'))
  // A sign that says nothing must not be stopped at either.
  each('button[aria-hidden=true]', (sign) => put(sign, 'tabindex', '-1'))
  // It can be pressed and reached by the Tab key.
  each('.clear-indicator[aria-hidden]', (sign) => sign.removeAttribute('aria-hidden'))
  // A button holds no other: what stands around one passes on what is pressed inside.
  each('.popup-button[role=button]:has(button)', (around) => {
    around.removeAttribute('role')
    around.removeAttribute('tabindex')
  })
  each('.multi-value[role=button]', (chosen) => put(chosen, 'role', 'group'))
  each('[aria-roledescription=sortable]', (moved) => moved.removeAttribute('aria-roledescription'))
  // Nothing stood there before.
  each('.html-diff span[data-match-type]', (part) => {
    if (part.textContent === 'null') part.textContent = '—'
  })
  // What a picture shows is said beside it; its name is the one it is kept under.
  each('.thumbnail img[alt]', (picture) => put(picture, 'alt', ''))
  // Its words are its name.
  each('.diff-collapser__toggle-button[aria-label]', (button) => button.removeAttribute('aria-label'))
}

/** What stands over each cell, for where a row is a card and has nothing over it; its first words need none. */
const headCells = (root: ParentNode): void => {
  for (const row of root.querySelectorAll('.collection-list tbody tr')) {
    const heads = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].map(textOf)
    const cells = [...row.querySelectorAll('td')]
    const first = cells.findIndex((cell) => textOf(cell) !== '')
    for (const [at, cell] of cells.entries())
      if (at > first && heads[at] && textOf(cell) !== '') put(cell, 'data-label', heads[at])
  }
}

/** Names what is nameless or misnamed below `root`; doing it again changes nothing. */
export const nameAll = (root: ParentNode, language: DeskLanguage): void => {
  settle(root)
  headCells(root)
  for (const [selector, nameOf] of NAMELESS)
    for (const element of root.querySelectorAll(selector))
      if (isNameless(element)) name(element, nameOf(element, language))
  for (const [selector, nameOf] of MISNAMED)
    for (const element of root.querySelectorAll(selector)) name(element, nameOf(element, language))
}
