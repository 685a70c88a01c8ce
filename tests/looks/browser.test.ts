import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page as Tab } from 'playwright-core'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../src/model/page.ts'
import { buildSlogan, buildTechnique, laidOut } from '../builders/content.ts'
import { DEMO_SCREENS } from '../builders/screen.ts'
import { BROWSER_FLAGS, executablePath } from '../e2e/browser.ts'
import { painted } from './canvas.ts'
import { coloursOf, differenceBetween } from './compare.ts'

const font = (file: string): string =>
  readFileSync(new URL(`../../media/fonts/${file}`, import.meta.url)).toString('base64')

let browser: Browser
let tab: Tab
beforeAll(async () => {
  const bundle = await build({
    entryPoints: ['src/paint/paint.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Painter',
    target: 'es2015',
  })
  browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  tab = await browser.newPage()
  await tab.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
  await tab.addScriptTag({
    content: `window.loadFonts = (fonts) => Promise.all(Object.keys(fonts).map((name) => {
      const bytes = Uint8Array.from(atob(fonts[name]), (c) => c.charCodeAt(0))
      return new FontFace(name, bytes).load().then((face) => document.fonts.add(face))
    })).then(() => true)
    window.draw = (page) => {
      const canvas = document.createElement('canvas')
      canvas.width = page.width
      canvas.height = page.height
      Painter.paint(canvas.getContext('2d'), page, { fontFamily: (f) => 'ss-' + f, image: () => undefined })
      return canvas.toDataURL()
    }`,
  })
  const fonts = { 'ss-sans': font('sans-base.ttf'), 'ss-pixel': font('pixel-base.otf') }
  await tab.evaluate(`loadFonts(${JSON.stringify(fonts)})`)
})
afterAll(() => browser.close())

const drawnInBrowser = async (page: Page) => {
  const url = await tab.evaluate<string>(`draw(${JSON.stringify(page)})`)
  const image = await loadImage(Buffer.from(url.split(',')[1] ?? '', 'base64'))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

describe('LOOK-4 the browser and the server paint the same page', () => {
  it('LOOK-4 strip: 0 grey pixels in Chromium too, lamp for lamp as on the server', async () => {
    const slogan = buildSlogan({ text: '保本高息是骗局 先打96110再掏钱', accent: '' })
    for (const page of laidOut(slogan, DEMO_SCREENS.strip).pages) {
      const seen = await drawnInBrowser(page)
      expect([...coloursOf(seen).keys()].sort()).toEqual(['#000000', '#FF2A1A'])
      expect(differenceBetween(seen, painted(page))).toBe(0)
    }
  })

  it('LOOK-4 full colour: only edges of glyphs differ', async () => {
    for (const page of laidOut(buildTechnique(), DEMO_SCREENS.wall).pages)
      expect(differenceBetween(await drawnInBrowser(page), painted(page))).toBeLessThan(0.01)
  })
})
