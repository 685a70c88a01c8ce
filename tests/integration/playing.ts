import type { Device } from '../fakes/device.ts'

/** Releases a screen plays in the coming pages; null among them for the safe card. */
export const playing = (device: Device): readonly (string | null)[] => {
  const seen = new Set<string | null>()
  let t = Math.max(Date.now(), device.head()?.activateAt ?? 0)
  for (let page = 0; page < 12; page += 1) {
    const showing = device.showing(t)
    seen.add(showing?.release ?? null)
    t = showing?.until ?? t
  }
  return [...seen].toSorted()
}

/** Call before the server goes: what it answers resolves when the screen was welcomed again. */
export const backOf = (device: Device) => {
  const welcomes = (): number => device.heard.filter(({ type }) => type === 'welcome').length
  const known = welcomes()
  return () => device.until('the server again', () => welcomes() > known)
}
