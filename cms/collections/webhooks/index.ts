import type { CollectionConfig, Field } from 'payload'
import { CHANNEL_WORDS, EVENT_WORDS, NOTICE_EVENTS, WEBHOOK_KINDS } from '../../../src/notices/index.ts'
import { accessOf, hiddenFromVillages } from '../../access/roles.ts'
import { labels, words } from '../../base/words.ts'
import { secretField, tryField } from '../../base/wiring.ts'
import { instant, secretText, text } from '../../fields/basic.ts'
import { tryEndpoint } from './endpoints.ts'
import { fewWebhooks, keepSecret, sealWebhook } from './hooks.ts'

const kind: Field = {
  name: 'kind',
  type: 'select',
  required: true,
  defaultValue: 'wecom',
  label: words('发到哪里', 'What it is'),
  options: WEBHOOK_KINDS.toSorted((a, b) => WEBHOOK_KINDS.indexOf(b) - WEBHOOK_KINDS.indexOf(a)).map(
    (value) => ({
      value,
      label: CHANNEL_WORDS[value],
    }),
  ),
}

const events: Field = {
  name: 'events',
  type: 'select',
  hasMany: true,
  required: true,
  defaultValue: ['waiting', 'returned', 'issued', 'withdrawn', 'overdue', 'expiring'],
  label: words('告诉它什么', 'What it is told'),
  admin: {
    description: words(
      '转交和催办算在“等审、等签发”里。只发标题、姓名和链接',
      'Handing over and reminding belong to what waits. Titles, names and a link are sent, nothing else',
    ),
  },
  options: NOTICE_EVENTS.map((value) => ({ value, label: EVENT_WORDS[value] })),
}

/** Typed and never shown again: it is moved into `secret`, which no door reads (NTC-4). */
const newSecret: Field = {
  name: 'newSecret',
  type: 'text',
  virtual: true,
  maxLength: 200,
  label: words('密钥', 'Secret'),
  // A field that nobody may read stands in no form either; this one is empty whenever it is read.
  hooks: { afterRead: [() => null] },
  admin: {
    custom: { unkept: true },
    components: secretField,
    condition: (data) => data?.['kind'] !== 'wecom',
    disableListColumn: true,
    disableListFilter: true,
  },
}

/** Its change is what the audit tells of a new secret. */
const secretAt: Field = (() => {
  const field = instant('secretAt', '密钥设于', 'Secret set', { readOnly: true })
  return { ...field, admin: { ...field.admin, condition: (data) => Boolean(data?.['secretAt']) } }
})()

/** 外发通知: where else than on the desk a town is told what waits. */
export const webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: labels('外发通知', 'Receiver', 'Outgoing notices'),
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'events', 'active'],
    hidden: hiddenFromVillages,
  },
  access: accessOf('webhooks'),
  endpoints: [tryEndpoint],
  disableDuplicate: true,
  hooks: { beforeChange: [fewWebhooks, keepSecret, sealWebhook] },
  fields: [
    text('name', '名称', 'Name', {
      required: true,
      maxLength: 40,
      help: ['例如：值班群', 'Such as: duty group'],
    }),
    kind,
    text('address', '地址', 'Address', {
      required: true,
      maxLength: 1000,
      help: [
        '群里添加机器人时给出的网址，整条粘进来。知道它就能往群里发，不要外传',
        'The address the robot was given; whoever knows it can write to the group',
      ],
    }),
    newSecret,
    secretAt,
    events,
    { name: 'active', type: 'checkbox', defaultValue: true, label: words('启用', 'On') },
    tryField,
    secretText('secret', '密钥', 'Secret'),
    secretText('seal', '封印', 'Seal'),
  ],
}
