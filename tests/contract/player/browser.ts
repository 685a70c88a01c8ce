import type { Page as BrowserPage } from 'playwright-core'
import type { Sha256 } from '../../../src/model/ids.ts'
import type { Page } from '../../../src/model/page.ts'
import type { Programme } from '../../../src/model/programme.ts'
import { buildItem, buildPage, buildProgramme, buildSegment, pageName } from '../../builders/programme.ts'

/** One long page for every instant, drawn in one colour so that a pixel tells it. */
export const colourPage = (name: string, ground: Page['ground'], ops: Page['ops'] = []): Page => ({
  ...buildPage(name, 600_000),
  ground,
  ops,
})

export const onePage = (page: Page, part: Partial<Programme> = {}): Programme => {
  const card = colourPage('card', '#0000FF')
  return buildProgramme([], {
    pages: { [pageName(page)]: page, [pageName(card)]: card },
    loops: [[buildItem('一', page)]],
    segments: [buildSegment({ from: 0, until: Date.now() + 86_400_000, loop: 0, level: 'daily' })],
    fallback: [pageName(card)],
    ...part,
  })
}

/** Waits until the canvas held this page after `since` marks. */
export const holds = (display: BrowserPage, page: Page, timeout = 15_000): Promise<unknown> =>
  display.waitForFunction(
    (name) => performance.getEntriesByName(name).length > 0,
    `page:${pageName(page) satisfies Sha256}`,
    { timeout, polling: 20 },
  )

/** The colour in the middle of the panel, `#rrggbb`, as the browser shows it. */
export const middle = (display: BrowserPage): Promise<string> =>
  display.evaluate(() => {
    const canvases = Array.from(document.querySelectorAll('canvas'))
    const front = canvases.find((canvas) => canvas.style.visibility === 'visible')
    if (!front) return 'nothing'
    const data = front.getContext('2d')!.getImageData(front.width >> 1, front.height >> 1, 1, 1).data
    return `#${[data[0], data[1], data[2]].map((v) => (v ?? 0).toString(16).padStart(2, '0')).join('')}`
  })

/** A record of the player's own store. */
export const kept = (display: BrowserPage, name: string): Promise<unknown> =>
  display.evaluate(
    (key) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('silver-shield')
        opening.onsuccess = () => {
          const asking = opening.result.transaction('records').objectStore('records').get(key)
          asking.onsuccess = () => resolve(asking.result)
        }
      }),
    name,
  )
