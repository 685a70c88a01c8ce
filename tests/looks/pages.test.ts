import { createCanvas, loadImage, type Image } from '@napi-rs/canvas'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import type { ContentBody } from '../../src/model/content.ts'
import type { Page } from '../../src/model/page.ts'
import type { ScreenProfile } from '../../src/model/screen.ts'
import { fallbackPages, METRICS } from '../../src/page/index.ts'
import { buildCase, buildHotline, buildSlogan, buildTechnique, laidOut } from '../builders/content.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../builders/screen.ts'
import { painted } from './canvas.ts'
import { coloursOf, differenceFrom } from './compare.ts'

const TOLERANCE = 0.004
const { wall, square, market, strip } = DEMO_SCREENS
const CHECKUP = buildSlogan({ text: '“免费体检”后要您现场交钱都是骗局', accent: '现场交钱' })
const SPENT = buildHotline({ prompt: '已交钱？马上打', number: '110' })
const TWO_HALVES = buildSlogan({ text: '保本高息是骗局 先打96110再掏钱', accent: '先打96110' })

let hook: Image
beforeAll(async () => {
  hook = await loadImage(fileURLToPath(new URL('../../media/pictures/hook-banknote.png', import.meta.url)))
})

/** The drawing cut to cover the box, as the server's renditions are. */
const hookCut = (page: Page) => {
  const op = page.ops.find((o) => o.op === 'image')
  if (!op) return undefined
  const canvas = createCanvas(op.w, op.h)
  const scale = Math.max(op.w / hook.width, op.h / hook.height)
  const [w, h] = [hook.width * scale, hook.height * scale]
  canvas.getContext('2d').drawImage(hook, (op.w - w) / 2, (op.h - h) / 2, w, h)
  return canvas
}

const pageOf = (body: ContentBody, profile: ScreenProfile, index: number, hotline = buildHotline()): Page => {
  const { pages, faults } = laidOut(body, profile, { hotline })
  expect(faults).toEqual([])
  return pages[index] as Page
}

const SCENES: readonly (readonly [name: string, page: () => Page])[] = [
  ['wall-case', () => pageOf(buildCase(), wall, 0)],
  ['wall-story', () => pageOf(buildCase(), wall, 1)],
  ['wall-step', () => pageOf(buildTechnique(), wall, 1)],
  ['wall-checkup', () => pageOf(CHECKUP, wall, 0, SPENT)],
  ['wall-idle', () => fallbackPages('五间镇', wall, METRICS)[0] as Page],
  ['square-case', () => pageOf(buildCase(), square, 0)],
  ['market-slogan', () => pageOf(buildSlogan(), market, 0)],
  ['market-step', () => pageOf(buildTechnique(), market, 1)],
  ['strip-slogan', () => pageOf(TWO_HALVES, strip, 0)],
  [
    'tall-case',
    () =>
      pageOf(
        buildCase(),
        buildScreenProfile({ width: 360, height: 640, distance: { near: 2, typical: 8, far: 15 } }),
        0,
      ),
  ],
]

describe('LOOK-1 pages look as they were approved', () => {
  it.each(SCENES)('LOOK-1 %s', async (name, pageFor) => {
    const page = pageFor()
    expect(
      await differenceFrom(
        name,
        painted(page, () => hookCut(page)),
      ),
    ).toBeLessThanOrEqual(TOLERANCE)
  })
})

describe('LOOK-2 no half-lit lamp where the panel has no shades', () => {
  const mono = (width: number, height: number) =>
    buildScreenProfile({
      width,
      height,
      pitchMm: 10,
      colour: 'mono',
      distance: { near: 2, typical: 8, far: 15 },
    })
  const pagesOf = (profile: ScreenProfile): readonly Page[] => [
    ...[TWO_HALVES, CHECKUP, buildCase(), buildTechnique()].flatMap((body) => laidOut(body, profile).pages),
    ...fallbackPages('五间镇', profile, METRICS),
  ]

  it.each([strip, mono(320, 160), mono(128, 64), mono(64, 16), mono(192, 384)])(
    'LOOK-2 mono $width×$height: 0 grey pixels',
    (profile) => {
      const pages = pagesOf(profile)
      expect(pages.length).toBeGreaterThan(4)
      for (const page of pages) {
        const colours = coloursOf(painted(page))
        expect([...colours.keys()].sort()).toEqual(['#000000', '#FF2A1A'])
        expect(colours.get('#FF2A1A')).toBeGreaterThan(50)
      }
    },
  )

  it('LOOK-2 dual 320×128: pure lamp colours', () => {
    const profile = buildScreenProfile({ width: 320, height: 128, pitchMm: 10, colour: 'dual' })
    for (const page of pagesOf(profile))
      for (const colour of coloursOf(painted(page)).keys()) expect(colour).toMatch(/^#(00|FF)(00|FF)00$/)
  })

  it('LOOK-2 words under 24 px on a full-colour panel are drawn in the pixel font', () => {
    const small = buildScreenProfile({
      width: 128,
      height: 64,
      pitchMm: 10,
      distance: { near: 1, typical: 8, far: 9 },
    })
    for (const page of pagesOf(small).filter((p) =>
      p.ops.every((op) => op.op !== 'text' || op.font === 'pixel'),
    ))
      expect(coloursOf(painted(page)).size).toBeLessThanOrEqual(3)
  })
})

describe('LOOK-3 the headline is the first thing seen', () => {
  it.each([wall, square, market])(
    'LOOK-3 on $width×$height nothing is larger than the headline',
    (profile) => {
      const page = pageOf(buildCase(), profile, 0)
      const texts = page.ops.filter((op) => op.op === 'text')
      const headline = Math.max(...texts.filter((op) => !op.quiet).map((op) => op.size))
      for (const op of texts.filter((t) => t.quiet)) expect(op.size).toBeLessThan(headline)
    },
  )
})
