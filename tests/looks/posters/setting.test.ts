import { describe, expect, it } from 'vitest'
import { elementFaults, parseSchema } from '../../../src/poster/index.ts'
import type { PlacedElement } from '../../../src/poster/sheet.ts'
import { sampleOf, STARTER } from '../../../scripts/posters/texts.ts'
import { textLines, type Line } from './lines.ts'
import { press, SCHEMAS, SHEETS, TRIAL_SHEETS, type Sheet } from './sheets.ts'

const CLOSERS = '、，。：；！？”’）》〉】〕·…—'
const OPENERS = '“‘（《〈【〔'
const first = ({ text }: Line): string => [...text.trim()][0] ?? ''
const last = ({ text }: Line): string => [...text.trim()].at(-1) ?? ''

/** Numbers, —— and …… of a sheet's words: each must stand in one line. A strip sets one character a line. */
const unbreakable = ({ data }: Sheet): readonly string[] => {
  const words = [
    data.title,
    data.lesson,
    ...data.lines,
    ...data.steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
  ].join('\n')
  return [
    ...(words.match(/\d+|——|……/g) ?? []),
    data.hotline.number,
    data.code,
    ...(data.contact ? [data.contact.number] : []),
  ]
}

/** Set over one another by more than an edge. */
const overlap = (a: Line, b: Line): boolean => {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const [low, high] = [
    Math.max(a.y - 0.12 * a.size, b.y - 0.12 * b.size),
    Math.min(a.y + 0.8 * a.size, b.y + 0.8 * b.size),
  ]
  return (
    a.page === b.page &&
    across > 0.3 * Math.min(a.size, b.size) &&
    high - low > 0.15 * Math.min(a.size, b.size)
  )
}

/** Points from the lower left, as lines are; a tenth of a millimetre is no overlap. */
const onSquare = (line: Line, { data: { sheet } }: Sheet, square: PlacedElement): boolean => {
  const points = (mm: number): number => (mm * 72) / 25.4
  const slug = sheet.marks ? sheet.bleed + 7 : sheet.bleed
  const [left, right] = [square.x + slug, square.x + square.width + slug].map(points)
  const tall = sheet.height * sheet.scale + slug
  const [low, high] = [tall - square.y - square.height, tall - square.y].map(points)
  return (
    line.page === square.page &&
    line.x < right! - 0.3 &&
    line.x + line.width > left! + 0.3 &&
    line.y < high! - 0.3 &&
    line.y + 0.8 * line.size > low! + 0.3
  )
}

const outside = (line: Line, { data: { sheet } }: Sheet): boolean => {
  const slug = sheet.marks ? sheet.bleed + 7 : sheet.bleed
  const right = ((sheet.width * sheet.scale + slug) * 72) / 25.4
  // The empty half of a mark at the end of a line may hang.
  const trim = (/[、，。：；！？”’）》]*$/.exec(line.text)?.[0].length ?? 0) * 0.5 * line.size
  const lead = OPENERS.includes(first(line)) ? 0.5 * line.size : 0
  return line.x + line.width - trim > right || line.x + lead < 0
}

const faultsOf = async (sheet: Sheet): Promise<readonly string[]> => {
  const { schema, data } = sheet
  const lines = await textLines(press.pdf(schema.id, data))
  const upright = schema.id === 'strip'
  const whole = lines.map(({ text }) => text).join('\n')
  const placed = press.query(schema.id, data, '<ss-element>') as PlacedElement[]
  const squares = data.qr ? placed.filter(({ element }) => element === 'qr') : []
  return [
    ...lines.filter((line) => !upright && CLOSERS.includes(first(line))).map(({ text }) => `begins: ${text}`),
    ...lines.filter((line) => !upright && OPENERS.includes(last(line))).map(({ text }) => `ends: ${text}`),
    ...unbreakable(sheet).filter((word) => !upright && schema.id !== 'counter' && !whole.includes(word)),
    ...lines
      .filter((line) => outside(line, sheet))
      .map(({ text, x, width, size }) => `outside: ${text} ${[x, width, size].map(Math.round).join(' ')}`),
    ...squares.flatMap((square) =>
      lines.filter((line) => onSquare(line, sheet, square)).map(({ text }) => `on the QR code: ${text}`),
    ),
    ...lines.flatMap((a, i) =>
      lines.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`over: ${a.text} | ${b.text}`] : [])),
    ),
  ]
}

const refusals = ({ schema, data }: Sheet): readonly unknown[] => [
  ...(press.query(schema.id, data, '<ss-overflow>') as unknown[]),
  ...elementFaults(schema, data, press.query(schema.id, data, '<ss-element>') as PlacedElement[]),
]

describe('TPL-1 what a schema lets in stands on the sheet', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-1 %s: its schema is one',
    (_, schema) => {
      expect(parseSchema(schema)).toEqual(schema)
    },
  )

  it.each(SCHEMAS.map(({ id }) => id))('TPL-1 %s: every element required, nothing too long', (id) => {
    for (const sheet of [...SHEETS, ...TRIAL_SHEETS].filter(({ schema }) => schema.id === id))
      expect([sheet.name, refusals(sheet)]).toEqual([sheet.name, []])
  })

  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-1 %s: the whole starter library fits',
    (id, schema) => {
      for (const kind of schema.kinds)
        for (const words of STARTER[kind]) {
          const data = { ...sampleOf(schema, kind, 'typical'), ...words }
          expect([data.title, press.query(id, data, '<ss-overflow>')]).toEqual([data.title, []])
        }
    },
  )

  it('TPL-1 what does not fit is named with its length and not printed over', () => {
    const [sheet] = SHEETS.filter(({ name }) => name === 'case-a3-case-typical')
    const lines = Array.from({ length: 30 }, () => '头两个月利息准时到账，第三个月电话停机。')
    const told = press.query('case-a3', { ...sheet!.data, lines }, '<ss-overflow>')
    expect(told).toEqual([{ field: 'lines', length: 600 }])
  })
})

describe('TPL-3 text is set as Chinese is set', () => {
  it.each(SCHEMAS.map(({ id }) => id))(
    'TPL-3 %s: lines begin and end well, nothing broken or over',
    async (id) => {
      for (const sheet of [...SHEETS, ...TRIAL_SHEETS].filter(({ schema }) => schema.id === id))
        expect([sheet.name, await faultsOf(sheet)]).toEqual([sheet.name, []])
    },
  )
})
