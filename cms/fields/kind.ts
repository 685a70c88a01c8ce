import type { SelectField } from 'payload'
import type { ContentKinds } from '../../src/content/index.ts'
import { words } from '../base/words.ts'

export const kindField = ({ all }: ContentKinds): SelectField => ({
  name: 'kind',
  type: 'select',
  label: words('种类', 'Kind'),
  options: all.map(({ kind, names: { zh, en } }) => ({ value: kind, label: { zh, en } })),
})
