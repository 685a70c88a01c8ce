/** What the keyboard reaches on a page. */
import type { Page } from 'playwright-core'

/** Presses of Tab from the top of a page to the first field of its form (issue "The desk"), the way past the menu taken. */
const MOST = 10

type Reached = { readonly text: string; readonly isField: boolean; readonly isSeen: boolean }

const reachedOn = (page: Page): Promise<Reached> =>
  page.evaluate(() => {
    const at = document.activeElement
    // A box to choose from shows at its frame that it was reached.
    const isFramed = (one: Element | null | undefined): boolean => {
      const style = one && getComputedStyle(one)
      return !!style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    }
    return {
      text: at?.textContent?.trim() ?? '',
      isField:
        at?.matches('.render-fields :is(input, textarea, select), .auth-fields input, .file-field *') ??
        false,
      isSeen: isFramed(at) || isFramed(at?.closest('.rs__control')),
    }
  })

/** Faults of a page of the desk as the keyboard has it; none of a page elsewhere, which has no menu to pass. */
export const keysOn = async (page: Page, past: string): Promise<readonly string[]> => {
  const isDesk = await page.evaluate(() => document.querySelector('.ss-skip') !== null)
  if (!isDesk) return []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  await page.keyboard.press('Tab')
  const first = await reachedOn(page)
  if (first.text !== past) return [`keys: the first Tab reaches “${first.text}”`]
  if (!first.isSeen) return ['keys: who reaches the way past the menu does not see it']
  // Who may save nothing is given no field.
  const isWritten = await page.evaluate(
    () => document.querySelector(':is(#action-save, #action-save-draft, #action-submit)') !== null,
  )
  if (!isWritten) return []
  await page.keyboard.press('Enter')
  for (let presses = 2; presses <= MOST; presses += 1) {
    await page.keyboard.press('Tab')
    const here = await reachedOn(page)
    if (!here.isSeen) return [`keys: “${here.text.slice(0, 40)}” is reached and not seen`]
    if (here.isField) return []
  }
  return [`keys: ${MOST} presses of Tab do not reach a field`]
}
