import { caseKind } from '../../../src/content/case/index.ts'
import { text, textarea } from '../../fields/basic.ts'
import { accent, beatAccents, beside, choice, contentLinks, fraudClass } from '../../fields/content.ts'
import { words } from '../../base/words.ts'
import { contentCollection } from '../../forms/content.ts'

export const cases = contentCollection({
  kind: caseKind,
  title: 'title',
  fields: [
    text('title', '标题', 'Title', {
      required: true,
      help: ['老人远远看一眼就懂的一句话', 'One sentence an old person gets at a glance'],
    }),
    accent(['标题', 'title']),
    fraudClass,
    textarea('story', '经过', 'Story', {
      required: true,
      maxLength: 2000,
      help: ['一行一个情节，三到四行最好', 'One beat a line; three or four lines are best'],
    }),
    beatAccents(['经过', 'story']),
    { name: 'photo', type: 'upload', relationTo: 'media', label: words('图片', 'Picture') },
    text('lesson', '一句话提醒', 'The lesson', {
      help: ['记得住的一句话，可不填', 'One line to take home; may be empty'],
    }),
  ],
  more: [
    choice('status', [
      '判决生效以前，写了嫌疑人的名字不能送审',
      'Before a final judgment a suspect is not named',
    ]),
    choice('sensitive', [
      '选了任何一项，或案子还在侦查、审理，就是敏感案例：还要公安或司法审核',
      'Any of these, or a case still with police or court: police or justice look at it as well',
    ]),
    textarea('syncNote', '三同步说明', 'Handled, spoken of, kept calm', {
      maxLength: 300,
      help: [
        '敏感案例必填：依法办理到哪一步、对外怎么说、怎么稳住当事人。给审核人看，不上屏',
        'A sensitive case needs it: how far the law has come, what is said, how people are kept calm. On no screen',
      ],
    }),
    beside(choice('outcome'), choice('amount')),
    beside(choice('officialClass', ['不选就按骗局类别', 'Else by the kind of fraud']), choice('method')),
    choice('channels'),
    text('lawNote', '以案说法', 'The law', {
      help: ['法律怎么说，一句大白话', 'What the law says, in plain words'],
    }),
    text('source', '出处', 'Source', {
      help: [
        '给审核人看，不上屏、不上海报，可不填',
        'For those who review; on no screen and no sheet; may be empty',
      ],
    }),
    contentLinks('techniques', '用的是哪些套路', 'Techniques used', 'techniques'),
  ],
})
