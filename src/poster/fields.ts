import type { ContentBody } from '../model/content.ts'
import type { TemplateSchema } from './template.ts'

/** Fields a template may speak of, in the editor's words. `title` of a slogan is its text. */
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
export type FieldText = { readonly field: FieldName; readonly item?: number; readonly text: string }

const inLists = (field: FieldName, texts: readonly string[]): readonly FieldText[] =>
  texts.map((text, item) => ({ field, item, text }))

/** All texts of a content by the names templates use. */
export const textsOf = (body: ContentBody): readonly FieldText[] => {
  if (body.kind === 'slogan')
    return [
      { field: 'text', text: body.text },
      { field: 'accent', text: body.accent },
    ]
  const head: readonly FieldText[] = [
    { field: 'title', text: body.title },
    { field: 'accent', text: body.accent },
  ]
  if (body.kind === 'technique')
    return [
      ...head,
      ...body.steps.flatMap(({ heSays, youDo }, item) => [
        { field: 'steps' as const, item, text: heSays },
        { field: 'steps' as const, item, text: youDo },
      ]),
    ]
  return [...head, ...inLists('lines', body.lines), { field: 'lesson', text: body.lesson }]
}

/** The limit of a field; a template without a `text` of its own sets a slogan as its title, and the other way round. */
export const limitOf = (schema: TemplateSchema, field: string) =>
  schema.fields[field] ??
  (field === 'text' ? schema.fields['title'] : field === 'title' ? schema.fields['text'] : undefined)

/** Characters as people count them: code points. */
export const lengthOf = (text: string): number => Array.from(text).length
