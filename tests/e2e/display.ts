import type { Page } from 'playwright-core'
import { openProfile, type Profile } from './browser.ts'

export type Offer = { readonly code: string; readonly fingerprint: string }

export type Display = {
  readonly profile: Profile
  page: () => Page
  /** What the pairing card shows, as it came over the wire. */
  readonly offer: Promise<Offer>
  /** A new browser process on the same profile, at the same address. */
  readonly restart: () => Promise<void>
}

const offered = (page: Page): Promise<Offer> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const [, message] = JSON.parse(/^42(\[.*)$/s.exec(String(payload))?.[1] ?? '[]') as [
          string?,
          (Offer & { type: string })?,
        ]
        if (message?.type === 'pairing') resolve(message)
      }),
    )
  })

/** A screen's box: a browser of exactly the panel's size at `/display`. */
export const openDisplay = async (origin: string, width: number, height: number): Promise<Display> => {
  const profile = await openProfile(width, height)
  let page = profile.context.pages()[0] ?? (await profile.context.newPage())
  const offer = offered(page)
  await page.goto(`${origin}/display`)
  return {
    profile,
    page: () => page,
    offer,
    restart: async () => {
      const context = await profile.restart()
      page = context.pages()[0] ?? (await context.newPage())
      await page.goto(`${origin}/display`)
    },
  }
}
