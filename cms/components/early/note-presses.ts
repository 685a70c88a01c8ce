/** What hands did before anything could answer them. */
export type EarlyPage = {
  /** `at`: by the page's own running clock. */
  ssPressed?: { readonly button: HTMLButtonElement; readonly at: number } | null
  ssHear?: (event: Event) => void
}

/**
 * Stands in the page as its source, before the first button, and may use nothing from outside. The newest press alone counts:
 * who presses twice because nothing moved means it once.
 */
export const notePresses = (): void => {
  const page = window as unknown as EarlyPage
  page.ssHear = ({ isTrusted, target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (isTrusted && button) page.ssPressed = { button, at: performance.now() }
  }
  window.addEventListener('click', page.ssHear, true)
}
