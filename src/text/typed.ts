/** A text as it was typed, and what has become of it so far: each part knows where it stood. */

export const MEND_KINDS = [
  'unseen',
  'form',
  'width',
  'blank',
  'bullet',
  'time',
  'dots',
  'dash',
  'quote',
  'bracket',
  'mark',
] as const
export type MendKind = (typeof MEND_KINDS)[number]

/** One place put right: `from` stood at `at` (UTF-16 units) of the text as typed, `to` stands there now. */
export type Mend = {
  readonly kind: MendKind
  readonly from: string
  readonly to: string
  readonly at: number
}

/** A change of the text as it is now. */
export type Edit = {
  readonly kind: MendKind
  readonly start: number
  readonly end: number
  readonly to: string
}

/** A part of the typed text and what was last done to it. */
type Part = { readonly start: number; readonly end: number; readonly kind: MendKind | null }
/** One UTF-16 unit as it is now, or nothing where a part was taken out. */
type Cell = { readonly unit: string; readonly part: Part }

export type Typed = { readonly typed: string; readonly text: string; readonly cells: readonly Cell[] }

const units = (text: string): readonly string[] =>
  Array.from({ length: text.length }, (_, i) => text.charAt(i))

export const asTyped = (typed: string): Typed => ({
  typed,
  text: typed,
  cells: units(typed).map((unit, at) => ({ unit, part: { start: at, end: at + 1, kind: null } })),
})

const cellsOf = (to: string, part: Part): readonly Cell[] =>
  to === '' ? [{ unit: '', part }] : units(to).map((unit) => ({ unit, part }))

/**
 * The text with these changes, which do not overlap and are in order; the same object when nothing changed.
 * @param isKept whether a place was asked to be left as it was typed
 */
export const edited = (
  now: Typed,
  edits: readonly Edit[],
  isKept: (kind: MendKind, from: string) => boolean,
): Typed => {
  if (edits.length === 0) return now
  const { typed, text, cells } = now
  const seen = cells.flatMap(({ unit }, i) => (unit === '' ? [] : [i]))
  const joined = new Map<Part, Part>()
  const nowOf = (part: Part): Part => {
    const into = joined.get(part)
    return into ? nowOf(into) : part
  }
  const next: Cell[] = []
  let done = 0
  for (const { kind, start, end, to } of edits) {
    const [first = 0, last = 0] = [seen[start], seen[end - 1]]
    const touched = cells.slice(first, last + 1).map(({ part }) => nowOf(part))
    const part = {
      start: Math.min(...touched.map((one) => one.start)),
      end: Math.max(...touched.map((one) => one.end)),
      kind,
    }
    if (text.slice(start, end) === to || isKept(kind, typed.slice(part.start, part.end))) continue
    for (const one of touched) joined.set(one, part)
    next.push(...cells.slice(done, first), ...cellsOf(to, part))
    done = last + 1
  }
  if (done === 0) return now
  next.push(...cells.slice(done))
  return {
    typed,
    text: next.map(({ unit }) => unit).join(''),
    cells: next.map(({ unit, part }) => ({ unit, part: nowOf(part) })),
  }
}

/** What was put right, in order; a place that came to be as it was is none. */
export const mendsOf = ({ typed, cells }: Typed): readonly Mend[] => {
  const texts = new Map<Part, string>()
  for (const { unit, part } of cells) if (part.kind !== null) texts.set(part, (texts.get(part) ?? '') + unit)
  return [...texts].flatMap(([{ start, end, kind }, to]) => {
    const from = typed.slice(start, end)
    return kind === null || from === to ? [] : [{ kind, from, to, at: start }]
  })
}
