import type { DeviceReport } from '../../src/protocol/messages.ts'

/** Panel size in device pixels, as far as the window shows it. */
export const windowPixels = (): { readonly width: number; readonly height: number } => ({
  width: Math.max(1, Math.round(window.innerWidth * pixelRatio())),
  height: Math.max(1, Math.round(window.innerHeight * pixelRatio())),
})

export const inFrame = (): boolean => window.parent !== window

/** In a frame the parent scales the whole page, so a canvas pixel is a CSS pixel there. */
export const pixelRatio = (): number => (inFrame() ? 1 : window.devicePixelRatio || 1)

type Estimate = { readonly quota?: number }

/**
 * The browser's own guess at its room; it is known to be wrong (docs/facts.md#browsers-on-panels), so it is only
 * shown, never relied on.
 */
export const storageEstimate = (): Promise<number | null> => {
  const { storage } = navigator as { readonly storage?: { readonly estimate?: () => Promise<Estimate> } }
  if (!storage || !storage.estimate) return Promise.resolve(null)
  return storage.estimate().then(
    ({ quota }) => (quota === undefined ? null : Math.floor(quota)),
    () => null,
  )
}

export const deviceReport = (
  canvas: { readonly width: number; readonly height: number },
  storageBytes: number | null,
): DeviceReport => ({
  userAgent: navigator.userAgent.slice(0, 1024),
  canvas,
  window: windowPixels(),
  devicePixelRatio: window.devicePixelRatio || 1,
  secureContext: window.isSecureContext === true,
  storageBytes,
})
