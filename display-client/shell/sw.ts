/// <reference lib="webworker" />
/**
 * Keeps the shell: page, scripts, base fonts. Cache first, one cache for each build, old ones dropped when a new one is
 * whole. It never touches what the player fetches by hash.
 */
declare const SHELL_VERSION: string
/** Each file and its `sha256-…`: files of two builds never make one shell (PLY-33). */
declare const SHELL_FILES: Readonly<Record<string, string>>

/** Once: the build writes it out wherever it is named. */
const FILES = SHELL_FILES
const worker = self as unknown as ServiceWorkerGlobalScope
const PREFIX = 'silver-shield-shell-'
const CACHE = PREFIX + SHELL_VERSION
const PAGE = '/display/'

worker.addEventListener('install', (event) => {
  const whole = caches
    .open(CACHE)
    .then((cache) =>
      Promise.all(
        Object.keys(FILES).map((url) =>
          // `no-cache` asks the server even where the browser thinks it knows.
          fetch(new Request(url, { cache: 'no-cache', integrity: FILES[url]! })).then((answer) => {
            if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
            return cache.put(url, answer)
          }),
        ),
      ),
    )
    .then(() => worker.skipWaiting())
  event.waitUntil(whole)
})

worker.addEventListener('activate', (event) => {
  const clean = caches
    .keys()
    .then((names) =>
      Promise.all(
        names
          .filter((name) => name.indexOf(PREFIX) === 0 && name !== CACHE)
          .map((name) => caches.delete(name)),
      ),
    )
    .then(() => worker.clients.claim())
  event.waitUntil(clean)
})

/** The page has one copy whatever follows the `?`. */
const keyOf = (request: Request): string | null => {
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return null
  if (pathname === '/display' || pathname === PAGE) return PAGE
  return FILES.hasOwnProperty(pathname) ? pathname : null
}

worker.addEventListener('fetch', (event) => {
  const key = keyOf(event.request)
  if (key === null) return
  const kept = caches
    .open(CACHE)
    .then((cache) => cache.match(key))
    .then((answer) => answer || fetch(event.request))
    .catch(() => fetch(event.request))
  event.respondWith(kept)
})
