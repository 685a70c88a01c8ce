import type { SheetWords } from './sheet.ts'
import type { TemplateSchema } from './template.ts'

/** Fields a template may speak of, in the editor's words. A kind has either `title` or `text`. */
export const FIELD_NAMES = {
  title: { zh: '标题', en: 'title' },
  accent: { zh: '突出的词', en: 'accent' },
  lines: { zh: '正文', en: 'story' },
  lesson: { zh: '一句提醒', en: 'lesson' },
  steps: { zh: '步骤', en: 'steps' },
  text: { zh: '标语', en: 'slogan' },
  photo: { zh: '照片', en: 'photo' },
} as const
export type FieldName = keyof typeof FIELD_NAMES

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELD_NAMES, name)

/** One text of a content. `item` is its place in a list, from 0. */
export type FieldText = {
  readonly field: FieldName
  readonly item?: number
  readonly text: string
  /** The swindler's half of a step. */
  readonly isSaid?: true
}

const TEXTS: Readonly<Record<FieldName, (words: SheetWords) => readonly Omit<FieldText, 'field'>[]>> = {
  title: ({ title }) => [{ text: title }],
  text: ({ title }) => [{ text: title }],
  accent: ({ accent }) => [{ text: accent }],
  lines: ({ lines }) => lines.map((text, item) => ({ item, text })),
  lesson: ({ lesson }) => [{ text: lesson }],
  steps: ({ steps }) =>
    steps.flatMap(({ heSays, youDo }, item) => [
      { item, text: heSays, isSaid: true },
      { item, text: youDo },
    ]),
  photo: () => [],
}

/** All texts of a content by the names templates use. */
export const textsOf = (words: SheetWords): readonly FieldText[] =>
  words.fields.flatMap((field) => TEXTS[field](words).map((text) => ({ field, ...text })))

/** The limit of a field; a template without a `text` of its own sets it as its title, and the other way round. */
export const limitOf = (schema: TemplateSchema, field: string) =>
  schema.fields[field] ??
  (field === 'text' ? schema.fields['title'] : field === 'title' ? schema.fields['text'] : undefined)

/** Characters as people count them: code points. */
export const lengthOf = (text: string): number => Array.from(text).length
