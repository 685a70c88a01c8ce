import type { SelectField } from 'payload'
import { CONTENT_KINDS, type ContentKind } from '../../src/model/content.ts'
import { words } from '../base/words.ts'

export const KIND_WORDS: Record<ContentKind, { zh: string; en: string }> = {
  case: words('案例', 'Case'),
  technique: words('套路揭秘', 'Technique'),
  slogan: words('标语', 'Slogan'),
}

export const kindField: SelectField = {
  name: 'kind',
  type: 'select',
  label: words('种类', 'Kind'),
  options: CONTENT_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
}
