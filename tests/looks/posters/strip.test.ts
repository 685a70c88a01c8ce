import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../../scripts/posters/texts.ts'
import { press, SCHEMAS } from './sheets.ts'

type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly upright: boolean
}

/** What stands in the largest type on each strip, from its top to its foot. */
const slogansOf = async (pdf: Buffer): Promise<readonly (readonly Piece[])[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const strips: Piece[][] = []
  for (let page = 1; page <= document.numPages; page++) {
    const proxy = await document.getPage(page)
    const { items } = await proxy.getTextContent({ disableNormalization: true })
    const foot = (proxy.view[3] ?? 0) * 0.12
    strips.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a = 0, b = 0, c = 0, , x = 0, y = 0] = item.transform as number[]
        return y < foot
          ? []
          : [{ text: item.str, x, y, width: item.width, upright: a > 0 && b === 0 && c === 0 }]
      }),
    )
  }
  const [page] = [await document.getPage(1)]
  const middle = (page.view[2] ?? 0) / 2
  await document.destroy()
  return strips.map((pieces) => pieces.map((piece) => ({ ...piece, x: piece.x + piece.width / 2 - middle })))
}

const strip = SCHEMAS.find(({ id }) => id === 'strip')
if (!strip) throw new Error('no strip')

const set = (title: string, size: string, way: 'office' | 'shop') =>
  slogansOf(
    press.pdf('strip', { ...sampleOf(strip, 'slogan', 'shortest', { size, way }), title, accent: '' }),
  )

const PLACES = strip.sizes.flatMap(({ id, ways }) => ways.map((way) => [id, way] as const))

/** The pieces of a number, if they stand one behind the other on one strip. */
const piecesOf = (strips: readonly (readonly Piece[])[], number: string): readonly Piece[] => {
  for (const pieces of strips)
    for (const from of pieces.keys())
      for (const to of pieces.keys()) {
        const run = pieces.slice(from, to + 1)
        if (run.map(({ text }) => text).join('') === number) return run
      }
  return []
}

describe('TPL-12 numbers on the vertical strips', () => {
  it.each(PLACES)('TPL-12 %s %s: a short one lies across one place', async (size, way) => {
    for (const [title, number] of [
      ['钱转走了 马上打110报警', '110'],
      ['利息50%都是骗', '50%'],
      ['借3.5万别信', '3.5'],
    ] as const) {
      const run = piecesOf(await set(title, size, way), number)
      expect([title, run.length > 0]).toEqual([title, true])
      expect(run.every(({ upright }) => upright)).toBe(true)
      expect(new Set(run.map(({ y }) => Math.round(y))).size).toBe(1)
    }
  })

  it.each(PLACES)('TPL-12 %s %s: a longer one stands digit under digit in one run', async (size, way) => {
    for (const [title, number] of [
      ['拿不准 先打96110', '96110'],
      ['先打96110再交钱', '96110'],
      ['给你3000元 先想想', '3000'],
      ['保本3,000元都是骗', '3000'],
      ['2026年11月23日前 别转账', '2026'],
      ['收益100%是骗人', '100%'],
      ['电话13800000000', '13800000000'],
    ] as const) {
      const run = piecesOf(await set(title, size, way), number)
      expect([title, run.length]).toEqual([title, number.length])
      const tall = (run[0]?.y ?? 0) - (run[1]?.y ?? 0)
      expect(tall).toBeGreaterThan(0)
      for (const [i, { x, y, upright, width }] of run.entries()) {
        expect([upright, Math.abs(x) < width * 0.1]).toEqual([true, true])
        // Even steps: the ink of each is centred in its place, so a sign may stand a little off.
        expect(Math.abs((run[0]?.y ?? 0) - i * tall - y)).toBeLessThan(tall * 0.15)
      }
    }
  })

  it('TPL-12 no number is parted between the two strips', async () => {
    for (const title of ['打96110先问问', '打96110', '一打13800000000二问', '问110和96110'])
      for (const number of title.match(/\d+/g) ?? []) {
        const shown = (await set(title, '400x2400', 'shop')).map((pieces) =>
          pieces.map(({ text }) => text).join(''),
        )
        expect([title, shown.some((text) => text.includes(number))]).toEqual([title, true])
      }
  })
})

describe('TPL-17 the pair is two halves of one length', () => {
  it.each(PLACES)(
    'TPL-17 %s %s: a short number stands where only so both halves are even',
    async (size, way) => {
      const run = piecesOf(await set('钱转走了别慌张 马上拨打110', size, way), '110')
      expect(new Set(run.map(({ y }) => Math.round(y))).size).toBe(3)
      // Seven against five, or seven: lying the first pair is even already.
      const lying = piecesOf(await set('钱转走了 打110吧', size, way), '110')
      expect(new Set(lying.map(({ y }) => Math.round(y))).size).toBe(1)
    },
  )
})
