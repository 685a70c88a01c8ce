import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { fieldLabel } from '../../../../cms/errors/field-label.ts'

const title = { name: 'title', type: 'text', label: { zh: '标题', en: 'Title' } }
const heSays = { name: 'heSays', type: 'text', label: { zh: '骗子说', en: 'He says' } }
const bare = { name: 'plain', type: 'text' }
const steps = {
  name: 'steps',
  type: 'array',
  label: { zh: '步骤', en: 'Steps' },
  flattenedFields: [heSays, bare],
}
const file = { name: 'filename', type: 'text', label: () => 'File' }
const FIELDS = [title, steps, file] as unknown as readonly FlattenedField[]

describe('DESK-82 what a form calls a field', () => {
  it.each([
    ['title', '标题'],
    ['steps', '步骤'],
    ['steps.0.heSays', '骗子说'],
    ['steps.12.plain', '步骤'],
  ])('DESK-82 %s is %s', (path, zh) => expect(fieldLabel(FIELDS, path)?.zh).toBe(zh))

  it.each(['', 'nothing', 'title.deeper', 'steps.0.nothing', 'filename', '__proto__'])(
    'DESK-82 %j has no name of ours',
    (path) => expect(fieldLabel(FIELDS, path)).toBeNull(),
  )
})
