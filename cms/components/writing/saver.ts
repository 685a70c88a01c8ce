import { sameValue, type Row } from '../../writing/values.ts'
import type { Fault } from '../../web/desk.ts'
import { differing, picked } from './fields.ts'

/** A field that both changed, and who wrote what stands by now; what this person wrote is still in the form. */
export type Conflict = {
  readonly field: string
  readonly message: string
  readonly theirs: unknown
  readonly by: string | undefined
}

export type Saving =
  | { readonly kind: 'saved' | 'waiting' | 'saving' }
  /** Stays told until it is stored; tried again by itself. */
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }

export type SaverState = { readonly saving: Saving; readonly conflicts: readonly Conflict[] }

export type How = 'auto' | 'asked' | 'last'

export type Sent =
  | {
      readonly ok: true
      readonly row: Row
      /** Fields that the server stored otherwise than they were sent, for their typing was put right. */
      readonly mended?: readonly string[]
    }
  /** `unanswered`: the server may have stored it all the same. */
  | { readonly ok: false; readonly unanswered: boolean; readonly faults: readonly Fault[] }

/** What the saver needs of the page around it. */
export type World = {
  /** The fields as the form holds them now. */
  readonly read: () => Row
  readonly send: (changed: Row, madeFrom: Row, how: How) => Promise<Sent>
  /** The row as it stands on the server. */
  readonly onServer: () => Promise<Row | undefined>
  /** Puts fields of a row into the form, over what is there; `changed` is called when they stand there. */
  readonly show: (fields: readonly string[], row: Row) => Promise<void>
  readonly stored: (row: Row, clean: boolean) => void
  /** Keeps words on this machine until they are stored; null when all are. */
  readonly keep: (words: Row | null, madeFrom: Row) => void
  readonly tell: (state: SaverState) => void
  /** Runs `work` after so many milliseconds, unless the answer is called before. */
  readonly after: (ms: number, work: () => void) => () => void
}

export type Saver = {
  /** The form was changed, or may have been. */
  readonly changed: () => void
  /** Stores what is unsaved; false when something of it could not be stored. */
  readonly save: (how?: How) => Promise<boolean>
  /** The network is back. */
  readonly online: () => void
  readonly insist: (field: string) => Promise<void>
  readonly yield: (field: string) => Promise<void>
  /** Puts back words that were kept, and what they were made from. */
  readonly restore: (words: Row, madeFrom: Row) => Promise<void>
  readonly close: () => void
}

/** A form is sent when nothing was typed for this long. */
export const QUIET_MS = 1_000
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

export const pauseAfter = (tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, tries - 1))

/** Mutable memory of one open form. */
type Memory = {
  /** The fields as the form held them when it and the server last agreed. */
  seen: Row
  /** The same fields as the server gave them: what the next write says it was made from. */
  base: Row
  /** Sent without an answer: it may be on the server. */
  unanswered: Row
  conflicts: readonly Conflict[]
  /** What the form still shows of fields for which the other's text was chosen, until it shows that. */
  passing: Row
  /** A save that was asked for and waits for the last choice. */
  owed: boolean
  saving: Saving
  tries: number
  busy: Promise<boolean> | null
  cancel: () => void
  closed: boolean
}

type Deps = { readonly world: World; readonly memory: Memory; readonly byItself: boolean }

const isAside = ({ memory }: Deps, field: string): boolean =>
  memory.conflicts.some((conflict) => conflict.field === field)

/** The fields as the person means them: a form shows a chosen text only with its next drawing. */
const meant = ({ world, memory }: Deps): Row => {
  const form = world.read()
  const passing = Object.keys(memory.passing).filter((field) => sameValue(form[field], memory.passing[field]))
  memory.passing = picked(memory.passing, passing)
  return { ...form, ...picked(memory.seen, passing) }
}

/** What is to be stored; a field in conflict waits for a person. */
const unsaved = (deps: Deps, now: Row): readonly string[] =>
  differing(now, deps.memory.seen).filter((field) => !isAside(deps, field))

const tell = ({ world, memory }: Deps, saving: Saving = memory.saving): void => {
  memory.saving = saving
  world.tell({ saving, conflicts: memory.conflicts })
}

const keepWords = ({ world, memory }: Deps, now: Row): void => {
  const fields = differing(now, memory.seen)
  world.keep(fields.length > 0 ? picked(now, fields) : null, picked(memory.base, fields))
}

/**
 * What others changed meanwhile comes into the form, but for fields in which this person types already. Answers those
 * fields: the form shows them with its next drawing.
 */
const takeIn = async (deps: Deps, row: Row, sent: Row): Promise<Row> => {
  const { memory, world } = deps
  const now = meant(deps)
  const others = Object.keys(memory.base).filter(
    (field) =>
      !(field in sent) &&
      !sameValue(row[field], memory.base[field]) &&
      sameValue(now[field], memory.seen[field]),
  )
  const fresh = picked(row, others)
  // Payload's own form shows what was stored by itself, when it is saved by hand.
  const shown = Object.keys(memory.base).filter((field) => sameValue(now[field], row[field]))
  memory.seen = { ...memory.seen, ...sent, ...picked(now, shown), ...fresh }
  memory.base = { ...memory.base, ...picked(row, [...Object.keys(sent), ...shown]), ...fresh }
  if (others.length > 0) await world.show(others, row)
  return fresh
}

/** What the server put right comes into the form, but for fields in which the person typed on. */
const takeMended = async (deps: Deps, row: Row, sent: Row, mended: readonly string[]): Promise<void> => {
  const { memory, world } = deps
  const now = meant(deps)
  const fields = mended.filter((field) => field in sent && sameValue(now[field], sent[field]))
  if (fields.length === 0) return
  memory.passing = { ...memory.passing, ...picked(now, fields) }
  memory.seen = { ...memory.seen, ...picked(row, fields) }
  await world.show(fields, row)
}

/** An answer that got lost makes our own words look like another's. */
const isOwn = (memory: Memory, field: string, theirs: unknown): boolean =>
  field in memory.unanswered && sameValue(memory.unanswered[field], theirs)

const learnConflicts = async (deps: Deps, faults: readonly Fault[]): Promise<boolean> => {
  const { memory, world } = deps
  const row = await world.onServer()
  if (!row) return false
  for (const { field, message, got } of faults) {
    if (!field) continue
    if (isOwn(memory, field, row[field])) memory.base = { ...memory.base, [field]: row[field] }
    else memory.conflicts = [...memory.conflicts, { field, message, theirs: row[field], by: got }]
  }
  return true
}

const refused = async (deps: Deps, answer: Sent & { ok: false }, sent: Row): Promise<boolean> => {
  const { memory } = deps
  if (answer.unanswered) memory.unanswered = { ...memory.unanswered, ...sent }
  const both = answer.faults.filter(({ code }) => code === 'EDIT_CONFLICT')
  if (both.length > 0 && (await learnConflicts(deps, both))) {
    memory.owed = !deps.byItself && memory.conflicts.length > 0
    tell(deps, { kind: 'waiting' })
    return attempt(deps, 'auto')
  }
  memory.tries += 1
  tell(deps, { kind: 'failed', faults: answer.faults })
  schedule(deps, pauseAfter(memory.tries))
  keepWords(deps, meant(deps))
  return false
}

/**
 * Without being asked, a form sends the fields that differ. On a press of 保存 it is sent whole, since a password or a
 * file is no field that could be compared.
 */
const isNothing = ({ memory, byItself }: Deps, fields: readonly string[], how: How): boolean =>
  byItself || how !== 'asked' ? fields.length === 0 : memory.conflicts.length > 0

const attempt = async (deps: Deps, how: How): Promise<boolean> => {
  const { memory, world, byItself } = deps
  memory.cancel()
  const now = meant(deps)
  // A form that is saved by hand goes as a whole or not at all.
  const fields = byItself || memory.conflicts.length === 0 ? unsaved(deps, now) : []
  if (isNothing(deps, fields, how)) {
    tell(deps, { kind: 'saved' })
    return memory.conflicts.length === 0
  }
  if (memory.saving.kind !== 'failed') tell(deps, { kind: 'saving' })
  memory.owed = false
  const sent = picked(now, fields)
  const answer = await world.send(sent, picked(memory.base, fields), how)
  if (!answer.ok) return refused(deps, answer, sent)
  memory.tries = 0
  memory.unanswered = {}
  const fresh = await takeIn(deps, answer.row, sent)
  await takeMended(deps, answer.row, sent, answer.mended ?? [])
  const later = { ...meant(deps), ...fresh }
  const clean = differing(later, memory.seen).length === 0
  world.stored(answer.row, clean)
  keepWords(deps, later)
  tell(deps, { kind: clean ? 'saved' : 'waiting' })
  if (unsaved(deps, later).length > 0) schedule(deps, QUIET_MS)
  return memory.conflicts.length === 0
}

/** One write at a time, so that each begins from what the one before left. */
const inTurn = (deps: Deps, how: How): Promise<boolean> => {
  const { memory } = deps
  const before = memory.busy
  const mine = (before ?? Promise.resolve(true)).then(() => attempt(deps, how))
  memory.busy = mine
  return mine.finally(() => {
    if (memory.busy === mine) memory.busy = null
  })
}

const schedule = (deps: Deps, ms: number): void => {
  const { memory, world, byItself } = deps
  memory.cancel()
  if (byItself && !memory.closed) memory.cancel = world.after(ms, () => void inTurn(deps, 'auto'))
}

const settled = (deps: Deps, field: string): Conflict | undefined => {
  const { memory } = deps
  const found = memory.conflicts.find((conflict) => conflict.field === field)
  memory.conflicts = memory.conflicts.filter((conflict) => conflict !== found)
  return found
}

/** Shows the other's text; where the form cannot be drawn anew the choice comes back. */
const yieldTo = async (deps: Deps, field: string): Promise<void> => {
  const { memory, world } = deps
  const found = settled(deps, field)
  if (!found) return
  const mine = world.read()
  const [seen, base] = [picked(memory.seen, [field]), picked(memory.base, [field])]
  memory.passing = { ...memory.passing, [field]: mine[field] }
  memory.seen = { ...memory.seen, [field]: found.theirs }
  memory.base = { ...memory.base, [field]: found.theirs }
  try {
    await world.show([field], { ...mine, [field]: found.theirs })
  } catch {
    const { [field]: _, ...passing } = memory.passing
    memory.passing = passing
    memory.seen = { ...memory.seen, ...seen }
    memory.base = { ...memory.base, ...base }
    memory.conflicts = [...memory.conflicts, found]
  }
  tell(deps)
}

/** The save that was asked for, once nothing is left to choose and the form shows what was chosen. */
const goOn = (deps: Deps): void => {
  const { memory } = deps
  if (!memory.owed || memory.conflicts.length > 0) return
  meant(deps)
  if (Object.keys(memory.passing).length > 0) return
  memory.owed = false
  void inTurn(deps, 'asked')
}

/**
 * Stores what a person types, by field and with what each was made from (CMS-83), and never lets go of a word: what
 * is not stored is kept, told, and tried again. `byItself`: without being asked; else only when a person presses save.
 */
export const makeSaver = (world: World, byItself = true): Saver => {
  const begun = world.read()
  const memory: Memory = {
    seen: begun,
    base: begun,
    unanswered: {},
    conflicts: [],
    passing: {},
    owed: false,
    saving: { kind: 'saved' },
    tries: 0,
    busy: null,
    cancel: () => undefined,
    closed: false,
  }
  const deps: Deps = { world, memory, byItself }
  const changed = (): void => {
    const now = meant(deps)
    keepWords(deps, now)
    goOn(deps)
    if (unsaved(deps, now).length === 0) return
    if (memory.saving.kind === 'saved') tell(deps, { kind: 'waiting' })
    if (memory.tries === 0) schedule(deps, QUIET_MS)
  }
  return {
    changed,
    save: (how = 'asked') => inTurn(deps, how),
    online: () => {
      if (byItself && memory.tries > 0) void inTurn(deps, 'auto')
    },
    insist: async (field) => {
      const found = settled(deps, field)
      if (found) memory.base = { ...memory.base, [field]: found.theirs }
      await inTurn(deps, 'asked')
    },
    yield: (field) => yieldTo(deps, field),
    restore: async (words, madeFrom) => {
      memory.base = { ...memory.base, ...madeFrom }
      await world.show(Object.keys(words), { ...world.read(), ...words })
    },
    close: () => {
      memory.closed = true
      memory.cancel()
    },
  }
}
