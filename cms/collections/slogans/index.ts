import { sloganKind } from '../../../src/content/slogan/index.ts'
import { text } from '../../fields/basic.ts'
import { accent } from '../../fields/content.ts'
import { contentCollection } from '../../forms/content.ts'

export const slogans = contentCollection({
  kind: sloganKind,
  title: 'text',
  fields: [
    text('text', '标语', 'Slogan', {
      required: true,
      help: ['两句之间空一格', 'Part the two halves by one space'],
    }),
    accent(['标语', 'slogan']),
  ],
})
