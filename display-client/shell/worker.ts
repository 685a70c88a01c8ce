const READY = 'serviceWorker' in navigator

/**
 * Puts the shell where it can start without the server. Plain http from another host has no service worker
 * (docs/facts.md#browsers-on-panels): then nothing happens, and the screen list says so. `renewed` is called when a
 * newer shell has taken over.
 */
export const keepShell = (renewed: () => void): void => {
  if (!READY) return
  let had = shellKept()
  const register = (scope?: string): Promise<ServiceWorkerRegistration> =>
    navigator.serviceWorker.register('/display/sw.js', scope ? { scope } : {})
  register('/display')
    .catch(() => register())
    .then((registration) => {
      window.setInterval(() => void registration.update().catch(() => {}), 3_600_000)
    })
    .catch(() => {})
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (had) renewed()
    had = true
  })
}

/** A reload would find the shell even with the server dead. */
export const shellKept = (): boolean => READY && navigator.serviceWorker.controller !== null
