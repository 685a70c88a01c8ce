const RELOADS = 'silver-shield:reloads'

/** Instants of the watchdog's reloads; they outlive the page, so that it cannot reload for ever. */
export const readReloads = (): readonly number[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(RELOADS) || '[]')
    return Array.isArray(kept) ? kept.filter((at): at is number => typeof at === 'number') : []
  } catch {
    return []
  }
}

export const reload = (reloads: readonly number[]): void => {
  try {
    sessionStorage.setItem(RELOADS, JSON.stringify(reloads))
  } catch {
    // Without it the watchdog may reload more often than it would; the page comes back either way.
  }
  location.reload()
}
