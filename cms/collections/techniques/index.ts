import { techniqueKind } from '../../../src/content/technique/index.ts'
import { text } from '../../fields/basic.ts'
import { accent, beatAccents, beside, choice, fraudClass, stepPart } from '../../fields/content.ts'
import { words } from '../../base/words.ts'
import { contentCollection } from '../../forms/content.ts'

export const techniques = contentCollection({
  kind: techniqueKind,
  title: 'title',
  usedBy: [['cases', 'techniques']],
  fields: [
    text('title', '标题', 'Title', { required: true }),
    accent(['标题', 'title']),
    fraudClass,
    {
      name: 'steps',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 8,
      label: words('步骤', 'Steps'),
      labels: { singular: words('一步', 'Step'), plural: words('步骤', 'Steps') },
      fields: [
        text('heSays', '骗子说', 'He says', { required: true }),
        text('youDo', '您这样做', 'You do', { required: true }),
        stepPart,
      ],
    },
    beatAccents(['步骤', 'steps']),
  ],
  more: [
    choice('redFlags', ['最多五样', 'Five at most']),
    beside(choice('officialClass', ['不选就按骗局类别', 'Else by the kind of fraud']), choice('method')),
    choice('channels'),
  ],
})
