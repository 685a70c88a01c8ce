import { describe, expect, it } from 'vitest'
import type { PlacedElement } from '../../../src/poster/sheet.ts'
import { sampleOf } from '../../../scripts/posters/texts.ts'
import { textLines, type Line } from './lines.ts'
import { press, SCHEMAS } from './sheets.ts'

const MM = 72 / 25.4
/** What a slip and a face of the tent card are: half a sheet of A4. */
const HALVES = ['slip', 'counter']
const TO_ACT_ON = ['扫码核对真伪', '先告诉儿女', '联系人', '网格员王建国']
const OFFICE = SCHEMAS.filter(({ sizes, contact }) => contact && sizes[0]?.ways.includes('office')).flatMap(
  (schema) => schema.kinds.map((kind) => [schema.id, kind, schema] as const),
)

const setOf = async (id: string, kind: string, contact: boolean): Promise<readonly Line[]> => {
  const schema = SCHEMAS.find((one) => one.id === id)!
  return textLines(press.pdf(id, sampleOf(schema, kind, 'typical', { contact, qr: true })))
}

/** Both ends of each dashed line of a sheet's picture, points from the upper left. */
const dashesIn = (svg: string): readonly (readonly [number, number])[] =>
  [
    ...svg.matchAll(
      /stroke-dasharray="[^"]*" transform="matrix\(1 0 0 1 ([\d.]+) ([\d.]+)\)" d="M 0 0([hv]) ([\d.]+)/g,
    ),
  ].flatMap(([, left, top, along, length]) => {
    const [x, y, far] = [Number(left), Number(top), Number(length)]
    return [[x, y] as const, (along === 'h' ? [x + far, y] : [x, y + far]) as readonly [number, number]]
  })

describe('TPL-14 captions to act on are read at arm’s length', () => {
  it.each(OFFICE)('TPL-14 %s with a %s: from 10.5 pt, on half a sheet from 9 pt', async (id, kind) => {
    const least = HALVES.includes(id) ? 9 : 10.5
    const lines = [...(await setOf(id, kind, false)), ...(await setOf(id, kind, true))]
    const asked = lines.filter(({ text }) => TO_ACT_ON.some((words) => text.includes(words)))
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.filter(({ size }) => size < least - 0.01)).toEqual([])
  })

  it.each(OFFICE)('TPL-14 %s with a %s: the code is larger than its address', async (id, kind, schema) => {
    const data = sampleOf(schema, kind, 'typical', { qr: true })
    const lines = await textLines(press.pdf(id, data))
    const placed = press.query(id, data, '<ss-element>') as PlacedElement[]
    const square = placed.find(({ element }) => element === 'qr')!.width * MM
    const address = lines.filter(({ text }) => text.includes('example.cn'))
    const code = lines.filter(({ text }) => text.includes(data.code))
    expect(address.length * code.length).toBeGreaterThan(0)
    for (const { width } of address) expect(width).toBeLessThanOrEqual(square + 0.5)
    expect(Math.min(...code.map(({ size }) => size))).toBeGreaterThan(
      Math.max(...address.map(({ size }) => size)),
    )
  })
})

describe('TPL-15 sheets that hang or are folded together fit each other', () => {
  it.each(['case', 'technique'])('TPL-15 wall-set with a %s: the feet of all sheets align', async (kind) => {
    const schema = SCHEMAS.find(({ id }) => id === 'wall-set')!
    const data = sampleOf(schema, kind, 'typical', { qr: true })
    const placed = press.query('wall-set', data, '<ss-element>') as PlacedElement[]
    for (const name of ['hotline', 'issuer', 'tearOff'] as const) {
      const tops = [1, 2, 3, 4].map((page) =>
        Math.min(...placed.filter((one) => one.element === name && one.page === page).map(({ y }) => y)),
      )
      expect([name, new Set(tops).size]).toEqual([name, 1])
    }
    expect(placed.filter(({ element }) => element === 'qr').map(({ page }) => page)).toEqual([1, 4])
  })

  it.each(['trifold', 'counter', 'slip'])(
    'TPL-15 %s: marks to fold or cut by begin 6 mm inside the edge',
    (id) => {
      const schema = SCHEMAS.find((one) => one.id === id)!
      const data = sampleOf(schema, schema.kinds[0]!, 'typical', { way: 'office' })
      const { width, height } = data.sheet
      const ends = dashesIn(press.svg(id, data))
      expect(ends.length).toBeGreaterThan(0)
      for (const [x, y] of ends) {
        // Pages are under one another in one picture.
        const [left, top] = [x / MM, (y / MM) % height]
        expect(Math.min(left, width - left, top, height - top)).toBeGreaterThan(5.99)
      }
    },
  )
})
