'use client'

import { toast } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import type { Mend } from '../../../src/text/mend.ts'
import { merge } from '../../writing/merge.ts'
import type { Row } from '../../writing/values.ts'
import { askDesk, changeDesk, makeDesk, readDesk, UNANSWERED } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'
import { picked } from './fields.ts'
import { forgetAt, keepAt } from './kept.ts'
import { fieldsLeft, noteMending } from './mendings.ts'
import type { Sent, World } from './saver.ts'
import { tellState } from './savers.ts'
import { showFields, type FormAround } from './show-fields.ts'

/** The page around a saver, as it is at the moment it is asked for. */
export type Page = FormAround & {
  readonly language: DeskLanguage
  /** Names of the fields people write in. */
  readonly fields: readonly string[]
  readonly state: FormState
}

const DRAFT = 'draft=true&depth=0'

const at = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Row | undefined)?.[part], row)

/** Says at each field what the server put right in it; answers the fields of the form that hold them. */
const noted = (row: string, typed: Row, stored: Row, mended: unknown): readonly string[] => {
  const places = (Array.isArray(mended) ? mended : []) as readonly (Mend & { readonly field: string })[]
  const paths = [...new Set(places.map(({ field }) => field))]
  for (const path of paths) {
    const mends = places.filter(({ field }) => field === path)
    noteMending(row, path, { typed: String(at(typed, path)), stands: String(at(stored, path)), mends })
  }
  return [...new Set(paths.map((path) => path.replace(/\..*/, '')))]
}

/** What a form is known by, and the row it stores: none before its first word is saved (DESK-73). */
export type Names = {
  readonly form: string
  readonly row: () => string
  readonly born: (id: string) => void
}

/** A draft goes field by field, without Payload's form, which forgets what failed. */
const draftSender =
  (page: () => Page, { form, row, born }: Names): World['send'] =>
  async (changed, madeFrom, how): Promise<Sent> => {
    const auto = how === 'asked' ? '' : '&autosave=true'
    const stored = row()
    const send = stored === '' ? makeDesk : changeDesk
    const answer = await send<{ readonly doc: Row }>(
      `/${stored === '' ? form.replace(/\/.*/, '') : stored}?${DRAFT}${auto}`,
      { ...changed, madeFrom, asTyped: fieldsLeft(form), _status: 'draft' },
      page().language,
      how === 'last',
    )
    if (answer.ok) {
      const { mended, ...doc } = answer.value.doc
      if (stored === '') born(String(doc['id']))
      return { ok: true, row: doc, mended: noted(form, changed, doc, mended) }
    }
    const unanswered = answer.faults.some(({ code }) => code === UNANSWERED || code === 'INTERNAL')
    return { ok: false, unanswered, faults: answer.faults }
  }

/**
 * Finds out who wrote a field meanwhile, and when. Payload's form keeps no answer of the server, and its next drawing
 * may take the message off the field. So the fields that both changed are sent once more by themselves, and the
 * refusal of that is read.
 */
const refusalsOf = async (page: () => Page, row: string, both: Row, madeFrom: Row) => {
  const [path, body, { language }] = [`/${row}?depth=0`, { ...both, madeFrom }, page()]
  const answer = row.startsWith('globals/')
    ? await askDesk(path, body, language)
    : await changeDesk(path, body, language, false)
  return answer.ok ? [] : answer.faults
}

/** The panel says all of it; Payload's toast and the mark at the field would say it again, cut short. */
const saidOnce = ({ form }: Page, fields: readonly string[]): void => {
  toast.dismiss()
  for (const path of fields)
    form.dispatchFields({ type: 'UPDATE', path, valid: true, errorMessage: undefined })
}

/** Other forms are saved as Payload saves them, on a press, and say what they were made from too. */
const formSender =
  (page: () => Page, row: string, { read, onServer }: Pick<World, 'read' | 'onServer'>): World['send'] =>
  async (changed, madeFrom): Promise<Sent> => {
    const result = await page().form.submit({ overrides: { madeFrom: { ...read(), ...madeFrom } } })
    const stands = await onServer()
    if (!stands) return { ok: false, unanswered: true, faults: [] }
    if ((result as { res?: Response } | undefined)?.res?.ok) return { ok: true, row: stands }
    const { conflicts } = merge(Object.keys(changed), changed, stands, { madeFrom })
    const [both, from] = [picked(changed, conflicts), picked(madeFrom, conflicts)]
    const faults = conflicts.length > 0 ? await refusalsOf(page, row, both, from) : []
    if (faults.length > 0) saidOnce(page(), conflicts)
    return { ok: false, unanswered: false, faults }
  }

/** What Payload's own form does after a save, for a draft that was saved without it. */
const notedStored = ({ info, form }: Page, row: Row, isClean: boolean): void => {
  info.setLastUpdateTime(Date.parse(String(row['updatedAt'])))
  info.setData({ ...info.savedDocumentData, ...row })
  if (isClean) form.setModified(false)
}

/** Payload's form counts the rows of an empty list instead of giving it. */
export const valuesIn = ({ state, fields }: Pick<Page, 'state' | 'fields'>): Row => {
  const values = picked(reduceFieldsToValues(state, true) as Row, fields)
  const empty = fields.filter((field) => state[field]?.rows && !Array.isArray(values[field]))
  return { ...values, ...Object.fromEntries(empty.map((field) => [field, []])) }
}

/** @param place where this open page keeps what is not stored yet */
export const worldOf = (page: () => Page, names: Names, place: string, byItself: boolean): World => {
  const read = () => valuesIn(page())
  const onServer = async () => {
    const row = names.row()
    if (row === '') return undefined
    const answer = await readDesk<Row>(`/${row}?${DRAFT}`, page().language)
    return answer.ok ? answer.value : undefined
  }
  return {
    read,
    onServer,
    send: byItself ? draftSender(page, names) : formSender(page, names.row(), { read, onServer }),
    show: (fields, shown) => showFields(page(), names.row().split('/')[1], fields, shown),
    stored: (stored, isClean) => {
      if (byItself) notedStored(page(), stored, isClean)
    },
    keep: (words, madeFrom) =>
      words
        ? keepAt(window.localStorage, place, { words, madeFrom, at: Date.now() })
        : forgetAt(window.localStorage, place),
    tell: (told) => tellState(names.form, told),
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  }
}
