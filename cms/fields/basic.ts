import type {
  CollectionSlug,
  DateField,
  Field,
  SingleRelationshipField,
  TextField,
  TextareaField,
} from 'payload'
import { DAY_PATTERN, MINUTE_PATTERN } from '../web/town-days.ts'
import { dayField, namesCell, timeField } from '../base/wiring.ts'
import { words } from '../base/words.ts'

type Extra = { required?: boolean; help?: [zh: string, en: string]; readOnly?: boolean; maxLength?: number }

const adminOf = (extra: Extra) => ({
  ...(extra.help && { description: words(...extra.help) }),
  ...(extra.readOnly && { readOnly: true }),
})

const lengthOf = (extra: Extra) => ({ maxLength: extra.maxLength ?? 200 })

export const text = (name: string, zh: string, en: string, extra: Extra = {}): TextField => ({
  name,
  type: 'text',
  label: words(zh, en),
  required: extra.required ?? false,
  ...lengthOf(extra),
  admin: adminOf(extra),
})

/** Its blanks part it in halves, so that no mending takes one away (src/text/mend.ts). */
export const inHalves = (field: TextField): TextField => ({
  ...field,
  admin: { ...field.admin, custom: { halves: true } },
})

export const textarea = (name: string, zh: string, en: string, extra: Extra = {}): TextareaField => ({
  name,
  type: 'textarea',
  label: words(zh, en),
  required: extra.required ?? false,
  ...lengthOf(extra),
  admin: adminOf(extra),
})

/** Text the server writes for itself: never in the form, never in an answer. */
export const secretText = (name: string, zh: string, en: string): TextField => ({
  name,
  type: 'text',
  label: words(zh, en),
  hidden: true,
  access: { read: () => false },
})

/** Long text of the machine (canonical JSON): in answers, never in the form, where it would mean nothing. */
export const machineText = (name: string, zh: string, en: string): TextareaField => ({
  name,
  type: 'textarea',
  label: words(zh, en),
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
})

/** In answers and in the rows, never in a form or a list, where it would mean nothing. */
export const hidden = <F extends Field>(field: F): F => ({
  ...field,
  admin: { ...field.admin, hidden: true, disableListColumn: true, disableListFilter: true },
})

type LinkExtra = Extra & { index?: boolean }

const linkOf = (name: string, zh: string, en: string, relationTo: CollectionSlug, extra: LinkExtra) => ({
  name,
  type: 'relationship' as const,
  relationTo,
  label: words(zh, en),
  required: extra.required ?? false,
  index: extra.index ?? false,
  admin: { ...adminOf(extra), components: namesCell },
})

export const link = (
  name: string,
  zh: string,
  en: string,
  relationTo: CollectionSlug,
  extra: LinkExtra = {},
): SingleRelationshipField => ({ ...linkOf(name, zh, en, relationTo, extra), hasMany: false })

export const links = (
  name: string,
  zh: string,
  en: string,
  relationTo: CollectionSlug,
  extra: LinkExtra = {},
): SingleRelationshipField => ({ ...linkOf(name, zh, en, relationTo, extra), hasMany: true })

/** A day of the town's calendar; stored as noon UTC, which is the evening of that day there. */
export const dateOnly = (name: string, zh: string, en: string, extra: Extra = {}): DateField => ({
  name,
  type: 'date',
  label: words(zh, en),
  required: extra.required ?? false,
  admin: {
    ...adminOf(extra),
    date: { pickerAppearance: 'dayOnly', displayFormat: DAY_PATTERN },
    components: { ...dayField },
  },
})

/** A time the server writes; people read it. */
export const instant = (name: string, zh: string, en: string, extra: Extra = {}): DateField => ({
  name,
  type: 'date',
  label: words(zh, en),
  required: extra.required ?? false,
  admin: {
    ...adminOf(extra),
    date: { pickerAppearance: 'dayAndTime', displayFormat: MINUTE_PATTERN },
    components: { ...timeField },
  },
})
