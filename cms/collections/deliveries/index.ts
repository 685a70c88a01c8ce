import type { CollectionConfig, Field, SelectField } from 'payload'
import type { Words } from '../../../src/lexicon/words.ts'
import {
  CHANNEL_WORDS,
  DELIVERY_STATES,
  DELIVERY_WORDS,
  EVENT_WORDS,
  NOTICE_EVENTS,
  WEBHOOK_KINDS,
} from '../../../src/notices/index.ts'
import { appendOnly } from '../../access/append-only.ts'
import { deliveryListComponents } from '../../base/wiring.ts'
import { labels, words } from '../../base/words.ts'
import { whyOf } from '../../notices/told.ts'
import { hidden, instant, machineText, text } from '../../fields/basic.ts'

const choice = <Value extends string>(
  name: string,
  label: Words,
  values: readonly Value[],
  said: Readonly<Record<Value, Words>>,
): SelectField => ({
  name,
  type: 'select',
  label,
  options: values.map((value) => ({ value, label: said[value] })),
})

/** The closed list in the reader's language; the row holds the code and what it was about. */
const why: Field = {
  name: 'why',
  type: 'text',
  virtual: true,
  label: words('为什么', 'Why'),
  admin: { readOnly: true, disableListFilter: true },
  hooks: {
    afterRead: [
      ({ data, req }) => {
        const told = whyOf((data ?? {}) as Parameters<typeof whyOf>[0])
        return told?.[req.i18n?.language === 'en' ? 'en' : 'zh'] ?? ''
      },
    ],
  },
}

/** 通知记录: each notice to each receiver, when, how often it was tried and what came of it; kept for thirty days. */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  labels: labels('通知记录', 'Delivery', 'Deliveries'),
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'event', 'receiverName', 'channel', 'state', 'tries', 'at', 'why'],
    components: deliveryListComponents,
  },
  ...appendOnly('deliveries'),
  defaultSort: '-at',
  fields: [
    text('title', '内容', 'Content', { maxLength: 400 }),
    choice('event', words('什么事', 'Event'), [...NOTICE_EVENTS, 'test'], EVENT_WORDS),
    text('receiverName', '发给谁', 'To', { maxLength: 100 }),
    choice('channel', words('怎么发', 'By'), [...WEBHOOK_KINDS, 'mail'], CHANNEL_WORDS),
    { ...choice('state', words('结果', 'Outcome'), DELIVERY_STATES, DELIVERY_WORDS), index: true },
    { name: 'tries', type: 'number', label: words('试了几次', 'Tries') },
    { ...instant('at', '时间', 'At'), index: true },
    instant('nextAt', '下次', 'Next try'),
    instant('doneAt', '了结于', 'Done at'),
    why,
    hidden({ ...text('receiver', '收件编号', 'Receiver', { maxLength: 100 }), index: true }),
    hidden({ ...text('key', '事件和收件', 'Event and receiver', { maxLength: 200 }), unique: true }),
    hidden(text('code', '原因代码', 'Code', { maxLength: 60 })),
    hidden(text('got', '原因细节', 'Detail', { maxLength: 200 })),
    machineText('notice', '通知', 'Notice'),
  ],
}
