import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { SheetData } from '../../../src/poster/sheet.ts'
import { pngOf } from '../../../scripts/posters/press.ts'
import { sampleOf } from '../../../scripts/posters/texts.ts'
import { textLines, type Line } from './lines.ts'
import { press, SCHEMAS } from './sheets.ts'

const WITH_BODY = SCHEMAS.flatMap((schema) =>
  schema.kinds.filter((kind) => kind !== 'slogan').map((kind) => [schema.id, kind, schema] as const),
)
/** The counter card prints one line of a content, whatever its length. */
const TOLD = WITH_BODY.filter(([id]) => id !== 'counter')

const cutTo = (data: SheetData, count: number): SheetData => ({
  ...data,
  lines: data.lines.slice(0, count),
  steps: data.steps.slice(0, count),
})

const sizeOf = (lines: readonly Line[], words: string): number =>
  Math.max(
    ...lines
      .filter(({ text }) => text.length > 2 && words.includes(text.replace(/[“”]/g, '')))
      .map((l) => l.size),
  )

/** Share of a page's picture that is not paper, between two of its own thirds or quarters. */
const inkIn = async (svg: string, [left, right]: readonly [number, number], top: number): Promise<number> => {
  const image = await loadImage(pngOf(svg, 400))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0)
  const from = Math.round(left * canvas.width)
  const y = Math.round(top * canvas.height)
  const { data } = context.getImageData(
    from,
    y,
    Math.round(right * canvas.width) - from,
    Math.round(canvas.height * 0.96) - y,
  )
  let inked = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at + 1] ?? 255) < 200) inked++
  return inked / (data.length / 4)
}

describe('TPL-13 short content fills its sheet', () => {
  it.each(TOLD)(
    'TPL-13 %s with a %s: one beat or step is larger and no list of one',
    async (id, kind, schema) => {
      const usual = {
        ...sampleOf(schema, kind, 'typical', { photo: false }),
        title: '别急着交钱',
        accent: '',
      }
      const one = cutTo(usual, 1)
      const lines = await textLines(press.pdf(id, one))
      const words = one.lines[0] ?? one.steps[0]?.youDo ?? ''
      expect(lines.filter(({ text }) => /^1\D?$/.test(text) || text === `1${words}`)).toEqual([])
      const before = sizeOf(await textLines(press.pdf(id, usual)), words)
      expect(sizeOf(lines, words)).toBeGreaterThan(before * 1.25)
      expect(press.query(id, one, '<ss-overflow>')).toEqual([])
    },
  )

  it.each(WITH_BODY.filter(([id]) => id === 'wall-set'))(
    'TPL-13 %s with a %s: the third sheet says what to do where the story has no second part',
    async (id, kind, schema) => {
      const lines = await textLines(press.pdf(id, cutTo(sampleOf(schema, kind, 'typical'), 1)))
      const third = lines.filter(({ page }) => page === 3)
      expect(
        third.filter(({ size, text }) => size > 60 && !/^\d+$/.test(text)).map(({ text }) => text),
      ).toEqual(['不催不急，先停一停', '不给验证码，不转账', '先问家里人，再打电话'])
      expect(third.map(({ text }) => text)).toContain('您这样做')
    },
  )

  it.each(WITH_BODY.filter(([id]) => id === 'trifold'))(
    'TPL-13 %s with a %s: a panel without words of the story holds the drawing',
    async (id, kind, schema) => {
      const one = cutTo(sampleOf(schema, kind, 'typical'), 1)
      // Two pages under one another: the inner side is the lower half.
      expect(await inkIn(press.svg(id, one), [0.36, 0.65], 0.62)).toBeGreaterThan(0.06)
    },
  )

  it.each(WITH_BODY.filter(([id]) => ['case-a3', 'technique-a3', 'slip', 'chart', 'rollup'].includes(id)))(
    'TPL-13 %s with a %s: the headline of a short story grows, and stays above its one beat',
    async (id, kind, schema) => {
      const usual = { ...sampleOf(schema, kind, 'typical', { photo: false }), title: '别急交钱', accent: '' }
      const lines = await textLines(press.pdf(id, cutTo(usual, 1)))
      const title = sizeOf(lines, '别急交钱')
      expect(title).toBeGreaterThanOrEqual(sizeOf(await textLines(press.pdf(id, usual)), '别急交钱'))
      for (const beat of cutTo(usual, 1).lines) expect(sizeOf(lines, beat)).toBeLessThanOrEqual(title * 0.81)
    },
  )

  it.each(['wall-set', 'trifold'])('TPL-13 %s: the standing line of a technique', async (id) => {
    const schema = SCHEMAS.find((one) => one.id === id)
    const data = sampleOf(schema!, 'technique', 'typical')
    const said = (await textLines(press.pdf(id, data))).map(({ text }) => text).join('')
    expect(said).toContain('先问儿女，再作决定。')
  })
})
