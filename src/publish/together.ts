import type { PublishEvent, ScreensEvent } from './state.ts'

export const isOfScreens = (event: PublishEvent): event is ScreensEvent =>
  event.type === 'online' || event.type === 'offline' || event.type === 'ready'

/** Two events as one, or null where the second says something else than the first. */
export const together = (older: ScreensEvent, newer: ScreensEvent): ScreensEvent | null => {
  if (older.type !== newer.type) return null
  if (older.type === 'ready' && newer.type === 'ready' && older.sequence !== newer.sequence) return null
  return { ...newer, screens: [...older.screens, ...newer.screens] }
}
