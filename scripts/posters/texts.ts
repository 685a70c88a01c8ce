import { readFileSync } from 'node:fs'
import { CASES } from '../../cms/seed/cases.ts'
import { SLOGANS } from '../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../cms/seed/techniques.ts'
import type { FraudClass } from '../../src/model/content.ts'
import { FRAUD_CLASS_NAMES } from '../../src/model/names.ts'
import type { SheetData } from '../../src/poster/sheet.ts'
import type { TemplateSchema, TemplateSize } from '../../src/poster/template.ts'
import { POSTERS } from './press.ts'

export const LENGTHS = ['shortest', 'typical', 'longest'] as const
export type Length = (typeof LENGTHS)[number]

export const schemaOf = (template: string): TemplateSchema =>
  JSON.parse(readFileSync(`${POSTERS}/${template}/schema.json`, 'utf8')) as TemplateSchema

const count = (text: string): number => [...text].length
const cut = (text: string, max: number): string => [...text].slice(0, max).join('')
/** Real words until exactly `max` characters: what an editor may type at most. */
const filled = (text: string, max: number): string => {
  const more = '，家里人商量好了再决定，钱不急着交，电话先挂断，再打原来的号码问一问'
  return cut(text.replace(/。$/, '') + more.repeat(4), max - 1).replace(/[，。“”]$/, '好') + '。'
}

type Words = Pick<SheetData, 'title' | 'accent' | 'lines' | 'lesson' | 'steps' | 'fraudClass'>

const EMPTY: Words = { title: '', accent: '', lines: [], lesson: '', steps: [], fraudClass: '' }
const classOf = (fraudClass: FraudClass): string => FRAUD_CLASS_NAMES[fraudClass]

/** All of the starter library, as sheets have it. */
export const STARTER: Readonly<Record<string, readonly Partial<SheetData>[]>> = {
  case: CASES.map(({ title, accent, beats, lesson }) => ({ title, accent, lines: beats, lesson })),
  technique: TECHNIQUES.map(({ title, accent, steps }) => ({ title, accent, steps })),
  slogan: SLOGANS.map(({ text, accent }) => ({ title: text, accent })),
}

const caseWords = (length: Length, schema: TemplateSchema): Words => {
  const seed = CASES[{ shortest: 1, typical: 0, longest: 3 }[length]] ?? CASES[0]!
  const words = { ...EMPTY, ...seed, lines: seed.beats, fraudClass: classOf(seed.fraudClass) }
  if (length === 'typical') return words
  if (length === 'shortest') return { ...words, accent: '', lines: seed.beats.slice(0, 2), lesson: '' }
  const { title, lines, lesson } = schema.fields
  return {
    ...words,
    title: filled(seed.title, title?.max ?? 20).replace(/。$/, '啊'),
    lines: Array.from({ length: lines?.maxItems ?? 4 }, (_, i) =>
      filled(seed.beats[i % seed.beats.length] ?? '', lines?.max ?? 20),
    ),
    lesson: filled(seed.lesson, lesson?.max ?? 14),
  }
}

const techniqueWords = (length: Length, schema: TemplateSchema): Words => {
  const seed = TECHNIQUES[{ shortest: 3, typical: 1, longest: 2 }[length]] ?? TECHNIQUES[0]!
  const words = { ...EMPTY, ...seed, fraudClass: classOf(seed.fraudClass) }
  if (length === 'typical') return words
  if (length === 'shortest') return { ...words, accent: '', steps: seed.steps.slice(0, 2) }
  const { title, steps } = schema.fields
  return {
    ...words,
    title: filled(seed.title, title?.max ?? 20).replace(/。$/, '啊'),
    steps: Array.from({ length: steps?.maxItems ?? 4 }, (_, i) => ({
      heSays: filled(seed.steps[i % seed.steps.length]?.heSays ?? '', steps?.max ?? 14).replace(/。$/, '啊'),
      youDo: filled(seed.steps[i % seed.steps.length]?.youDo ?? '', steps?.max ?? 14).replace(/。$/, '啊'),
    })),
  }
}

const sloganWords = (length: Length, schema: TemplateSchema): Words => {
  const seed = SLOGANS[{ shortest: 8, typical: 1, longest: 10 }[length]] ?? SLOGANS[0]!
  const title = length === 'longest' ? longSlogan(seed.text, schema.fields['text']?.max ?? 20) : seed.text
  return { ...EMPTY, title, accent: length === 'shortest' ? '' : seed.accent }
}
const longSlogan = (text: string, max: number): string => {
  const half = Math.floor((max - 1) / 2)
  return (
    `${cut('钱转走了千万别慌张别着急别乱跑', half)} ${cut('要马上拨打110报警找民警帮忙', max - 1 - half)}`.slice(
      0,
      max,
    ) || text
  )
}

export const wordsOf = (kind: string, length: Length, schema: TemplateSchema): Words =>
  kind === 'case'
    ? caseWords(length, schema)
    : kind === 'technique'
      ? techniqueWords(length, schema)
      : sloganWords(length, schema)

const PHOTO = ['honey-jar', 'hook-banknote', 'umbrella-hole'] as const

export type Setting = {
  readonly size?: string
  readonly way?: 'office' | 'shop'
  readonly palette?: 'rgb' | 'cmyk'
  readonly photo?: boolean
  readonly contact?: boolean
  readonly qr?: boolean
}

const sheetOf = (size: TemplateSize, set: Setting): SheetData['sheet'] => {
  const shop = (set.way ?? size.ways[0]) === 'shop'
  return {
    size: size.id,
    width: size.widthMm,
    height: size.heightMm,
    scale: size.scale,
    bleed: shop ? 3 : 0,
    marks: shop,
    margin: 5,
    palette: set.palette ?? 'rgb',
  }
}

/** A sheet of this kind and length, all optional data there at the longest and none at the shortest. */
export const sampleOf = (
  schema: TemplateSchema,
  kind: string,
  length: Length,
  set: Setting = {},
): SheetData => {
  const size = schema.sizes.find((s) => s.id === set.size) ?? schema.sizes[0]!
  const photo = schema.photo !== null && kind === 'case' && (set.photo ?? length !== 'shortest')
  const long = length === 'longest'
  return {
    kind,
    ...pickWords(wordsOf(kind, length, schema)),
    campaign: '五间镇打击整治养老诈骗专项行动',
    photo: photo
      ? { path: `job/${PHOTO[LENGTHS.indexOf(length)] ?? PHOTO[1]}.svg`, alt: '故事里的骗局，画成一张图' }
      : null,
    hotline: long
      ? { prompt: '保健品退款，先打市场监管投诉热线', number: '02349812315' }
      : { prompt: '拿不准？先打', number: '96110' },
    emergency: { prompt: '已交钱？马上打', number: '110' },
    issuer: long ? '重庆市永川区五间镇打击整治养老诈骗专项行动工作专班办公室' : '五间镇平安办',
    unit: '李家村',
    date: '2026年11月23日',
    validUntil: '2027年2月28日',
    code: '7K3D-92MQ',
    edition: 3,
    qr:
      (set.qr ?? length !== 'shortest')
        ? { path: 'job/qr.svg', words: 'yindun.wujian.example.cn/v/7K3D92MQ' }
        : null,
    noQr: (set.qr ?? length !== 'shortest') ? '' : '没有二维码：这里还没有手机能打开的网址。',
    contact: schema.contact && (set.contact ?? long) ? { name: '网格员王建国', number: '13800000000' } : null,
    demo: length === 'longest',
    made: [2026, 11, 23],
    sheet: sheetOf(size, set),
  }
}

const pickWords = ({ title, accent, lines, lesson, steps, fraudClass }: Words): Words => ({
  title,
  accent: count(accent) > 0 && title.includes(accent) ? accent : '',
  lines,
  lesson,
  steps,
  fraudClass,
})
