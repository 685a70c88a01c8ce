/**
 * Goes from page to page as a person does, by the links there are; of pages that differ in a row alone only one. Within the
 * desk a link is followed in the page that stands there, elsewhere a page is loaded.
 */
import type { Page } from 'playwright-core'

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/gi
const CHECK_CODE = /(?<=\/v\/)[A-Z0-9-]+/
/** Files, and ways out. */
const LEFT_OUT = /^\/(?:api|admin\/logout|display|_next)(?:\/|$)/

/** What a page is, whichever row it shows. */
export const kindOf = (path: string): string =>
  path.replace(ID, ':id').replace(CHECK_CODE, ':code').replace(/\?.*$/, '')

const linksOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .map(({ href }) => new URL(href, location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname),
  )

/**
 * Resolves when forms can be written in and nothing was drawn or named for a moment and the two frames after it, at the
 * latest after ten seconds.
 */
export const standsStill = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const begun = performance.now()
        let drawn = begun
        const watcher = new MutationObserver(() => {
          drawn = performance.now()
        })
        watcher.observe(document, {
          childList: true,
          subtree: true,
          characterData: true,
          attributeFilter: ['aria-label', 'alt', 'title', 'data-form-ready'],
        })
        // Before the scripts of a page are alive its boxes cannot be ticked, and nothing has its name.
        const asleep =
          'form[data-form-ready="false"], .template-default__wrap:not([role]), #select-all:disabled, .shimmer-effect, .progress-bar'
        const waits = (): boolean =>
          document.title === '' ||
          document.querySelector(asleep) !== null ||
          /加载中|Loading/.test(document.body.innerText)
        const look = (): void => {
          const seen = drawn
          const late = performance.now() - begun > 10_000
          const quiet = performance.now() - seen > 150 && !waits()
          if (!late && !quiet) {
            setTimeout(look, 25)
            return
          }
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              if (!late && drawn !== seen) {
                look()
                return
              }
              watcher.disconnect()
              done()
            }),
          )
        }
        look()
      }),
  )

type Router = { readonly push: (path: string) => void }

/** Whether the page that stands there went on to `path` by itself. */
const followed = async (page: Page, path: string): Promise<boolean> => {
  const before = page.url()
  if (!path.startsWith('/admin') || !new URL(before).pathname.startsWith('/admin')) return false
  const begun = await page.evaluate((to) => {
    const { next } = globalThis as unknown as { readonly next?: { readonly router?: Router } }
    next?.router?.push(to)
    return next?.router !== undefined
  }, path)
  // A row that is not there leads to its list.
  if (begun) await page.waitForURL((url) => url.href !== before, { waitUntil: 'commit' })
  return begun
}

export const open = async (page: Page, origin: string, path: string): Promise<void> => {
  if (!(await followed(page, path))) await page.goto(origin + path)
  await standsStill(page)
}

type Walk = {
  readonly origin: string
  readonly starts: readonly string[]
  /** Kinds of pages that are left out. */
  readonly passes?: (kind: string) => boolean
  readonly visit: (page: Page, kind: string) => Promise<void>
}

/** Calls `visit` on every kind of page that is reached; resolves to their addresses by kind. Each of `pages` takes the next. */
export const crawl = async (
  pages: readonly Page[],
  { origin, starts, passes = () => false, visit }: Walk,
): Promise<ReadonlyMap<string, string>> => {
  const seen = new Map<string, string>()
  const ahead = [...starts]
  let busy = 0
  const next = (): string | undefined => {
    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      const kind = kindOf(path)
      if (seen.has(kind) || passes(kind) || LEFT_OUT.test(path)) continue
      seen.set(kind, path)
      return path
    }
    return undefined
  }
  const more: (() => void)[] = []
  const wake = (): void => more.splice(0).forEach((go) => go())
  const goOn = async (page: Page): Promise<void> => {
    for (;;) {
      const path = next()
      if (path === undefined && busy === 0) return
      if (path === undefined) {
        await new Promise<void>((go) => more.push(go))
        continue
      }
      busy += 1
      try {
        await open(page, origin, path)
        await visit(page, kindOf(path))
        ahead.push(...(await linksOn(page)))
      } finally {
        busy -= 1
        wake()
      }
    }
  }
  await Promise.all(pages.map(goOn))
  return seen
}
