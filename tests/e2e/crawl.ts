/** Goes from page to page as a person would, by the links there are; of pages that differ in a row alone only one. */
import type { Page } from 'playwright-core'

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/gi
/** Files, and ways out. */
const LEFT_OUT = /^\/(?:api|admin\/logout|display|_next)(?:\/|$)/

/** What a page is, whichever row it shows. */
export const kindOf = (path: string): string => path.replace(ID, ':id').replace(/\?.*$/, '')

const linksOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .map(({ href }) => new URL(href, location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname),
  )

/** Calls `visit` on every page that is reached from `starts`, once it stands still. */
export const crawl = async (
  page: Page,
  origin: string,
  starts: readonly string[],
  visit: (kind: string) => Promise<void>,
): Promise<readonly string[]> => {
  const seen = new Set<string>()
  const ahead = [...starts]
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind) || LEFT_OUT.test(path)) continue
    seen.add(kind)
    await page.goto(origin + path)
    await page.waitForLoadState('networkidle')
    await visit(kind)
    ahead.push(...(await linksOn(page)))
  }
  return [...seen]
}
