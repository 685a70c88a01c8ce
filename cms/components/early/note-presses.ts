/** What hands did before anything could answer them. */
export type EarlyPage = { ssPressed?: HTMLButtonElement | null; ssHear?: (event: Event) => void }

/**
 * Stands in the page as its source, before the first button, and may use nothing from outside. The newest press alone counts:
 * who presses twice because nothing moved means it once.
 */
export const notePresses = (): void => {
  const page = window as unknown as EarlyPage
  page.ssHear = ({ isTrusted, target }) => {
    const pressed = target instanceof Element ? target.closest('button') : null
    if (isTrusted && pressed) page.ssPressed = pressed
  }
  window.addEventListener('click', page.ssHear, true)
}
