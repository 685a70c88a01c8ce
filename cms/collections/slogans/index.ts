import { sloganKind } from '../../../src/content/slogan/index.ts'
import { inHalves, text } from '../../fields/basic.ts'
import { accent, beside, choice } from '../../fields/content.ts'
import { contentCollection } from '../../forms/content.ts'

export const slogans = contentCollection({
  kind: sloganKind,
  title: 'text',
  fields: [
    inHalves(
      text('text', '标语', 'Slogan', {
        required: true,
        help: ['两句之间空一格', 'Part the two halves by one space'],
      }),
    ),
    inHalves(accent(['标语', 'slogan'])),
  ],
  more: [choice('occasion'), beside(choice('officialClass'), choice('method'))],
})
