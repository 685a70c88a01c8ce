import { refusal } from '../../errors/refusal.ts'
import type { FraudClass, Picture } from '../../model/content.ts'
import type { RiskClass } from '../../model/people.ts'
import type { CaseStatus } from '../../model/taxonomy.ts'
import { tidy } from '../../text/characters.ts'
import { accentsOf, BEAT_ACCENTS } from '../accents.ts'
import { factsIn, isFacts, type Facts } from '../facts.ts'
import { TITLE_LIMIT, type Checks } from '../faults.ts'
import type { Draft, Frozen, Pictures, Text } from '../kind.ts'
import { isFraudClass, isListOf, isPicture, isRecord, isText, line, linesOf } from '../stored.ts'

export type CaseBody = {
  readonly kind: 'case'
  readonly title: string
  /** A phrase of the title to set in the accent colour; empty for none. */
  readonly accent: string
  readonly fraudClass: FraudClass
  /** The story, one beat a line. */
  readonly lines: readonly string[]
  /** Of each line its phrase in the accent colour, empty for none; missing: none in any. */
  readonly lineAccents?: readonly string[]
  readonly photo: Picture | null
  /** One line to take home; may be empty. */
  readonly lesson: string
  /**
   * For who decides on it, and on no page and no sheet: where it is from, what the law says of it, what was chosen, the
   * techniques it is an example of by the ids of their contents. Missing: not said.
   */
  readonly source?: string
  readonly lawNote?: string
  /** 三同步 of a sensitive case: how it is handled, spoken of and kept calm, all three at once. */
  readonly syncNote?: string
  readonly facts?: Facts
  readonly techniques?: readonly string[]
}

const LIMITS = { line: 60, lesson: 40, source: 60, lawNote: 80, syncNote: 300, lines: 12 }
/** What its form asks for, in its order. */
export const FACTS = [
  'status',
  'sensitive',
  'outcome',
  'amount',
  'officialClass',
  'method',
  'channels',
] as const
/** More than any story is an example of. */
const MOST_TECHNIQUES = 10
const LAW_NOTE = { zh: '以案说法', en: 'The law' }
export const SYNC_NOTE = { zh: '三同步说明', en: 'Handled, spoken of, kept calm' }
const SOURCE = { zh: '出处', en: 'Source' }

const isMaybeText = (value: unknown): value is string | undefined => value === undefined || isText(value)

/** Still with police or court: what is said of it may touch the case itself. */
const OPEN_CASES: readonly CaseStatus[] = ['investigated', 'in-court']

/** Sensitive is what somebody said to be, and every case that police or a court still have in hand. */
export const riskOf = ({ facts }: Pick<CaseBody, 'facts'>): RiskClass =>
  facts?.sensitive !== undefined || (facts?.status !== undefined && OPEN_CASES.includes(facts.status))
    ? 'sensitive'
    : 'ordinary'

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.filter(isText))].filter((id) => id !== '' && id.length <= 64) : []

export const isBody = (value: unknown): value is CaseBody =>
  isRecord(value) &&
  value['kind'] === 'case' &&
  isText(value['title']) &&
  isText(value['accent']) &&
  isFraudClass(value['fraudClass']) &&
  isListOf(value['lines'], isText) &&
  (value['lineAccents'] === undefined || isListOf(value['lineAccents'], isText)) &&
  (value['photo'] === null || isPicture(value['photo'])) &&
  isText(value['lesson']) &&
  isMaybeText(value['source']) &&
  isMaybeText(value['lawNote']) &&
  isMaybeText(value['syncNote']) &&
  isFacts(value['facts']) &&
  (value['techniques'] === undefined || isListOf(value['techniques'], isText))

export const freeze = (draft: Draft, { photo }: Pictures): Frozen<CaseBody> => {
  const fraudClass = draft['fraudClass']
  const lines = linesOf(draft['story'])
  const [source, lawNote, syncNote] = [line(draft['source']), line(draft['lawNote']), line(draft['syncNote'])]
  const said = factsIn(draft, FACTS)
  const techniques = idsIn(draft['techniques'])
  const { accents, faults } = accentsOf(draft[BEAT_ACCENTS], lines)
  return {
    body: {
      kind: 'case',
      title: line(draft['title']),
      accent: line(draft['accent']),
      fraudClass: isFraudClass(fraudClass) ? fraudClass : 'other',
      lines,
      ...(accents && { lineAccents: accents }),
      photo: photo ?? null,
      lesson: line(draft['lesson']),
      ...(source !== '' && { source }),
      ...(lawNote !== '' && { lawNote }),
      ...(syncNote !== '' && { syncNote }),
      ...said,
      ...(techniques.length > 0 && { techniques }),
    },
    faults: [
      ...(isFraudClass(fraudClass) ? [] : [refusal('TEXT_EMPTY', { field: 'fraudClass' })]),
      ...faults,
      ...(riskOf(said) === 'sensitive' && syncNote === ''
        ? [refusal('SYNC_NOTE_REQUIRED', { field: 'syncNote' })]
        : []),
      ...(techniques.length > MOST_TECHNIQUES
        ? [
            refusal('TOO_MANY_ITEMS', {
              field: 'techniques',
              limit: MOST_TECHNIQUES,
              got: techniques.length,
            }),
          ]
        : []),
    ],
  }
}

/** Lines are one field of the form; which of them it is stands in the hint. */
const atLine = (i: number) => ({ field: 'story', hint: `line ${i + 1}` })

export const checks = ({
  title,
  accent,
  lines,
  lineAccents = [],
  lesson,
  source = '',
  lawNote = '',
  syncNote = '',
}: CaseBody): Checks => ({
  fields: [
    { field: 'title', text: title, limit: TITLE_LIMIT },
    ...lines
      .slice(0, LIMITS.lines)
      .map((text, i) => ({ ...atLine(i), text, limit: LIMITS.line, optional: true })),
    { field: 'lesson', text: lesson, limit: LIMITS.lesson, optional: true },
    { field: 'source', text: source, limit: LIMITS.source, optional: true },
    { field: 'lawNote', text: lawNote, limit: LIMITS.lawNote, optional: true },
    { field: 'syncNote', text: syncNote, limit: LIMITS.syncNote, optional: true, inside: true },
  ],
  accents: [
    { field: 'accent', text: title, accent },
    ...lineAccents.map((phrase, i) => ({ ...atLine(i), text: lines[i] ?? '', accent: phrase })),
  ],
  lists: [{ field: 'story', count: lines.filter((text) => tidy(text) !== '').length, limit: LIMITS.lines }],
})

export const texts = ({ title, lines, lesson, source, lawNote, syncNote }: CaseBody): readonly Text[] => [
  { field: 'title', text: title },
  ...lines.map((text, item) => ({ field: 'story', item, text })),
  ...(lesson === '' ? [] : [{ field: 'lesson', text: lesson }]),
  ...(source === undefined ? [] : [{ field: 'source', text: source, by: SOURCE }]),
  ...(lawNote === undefined ? [] : [{ field: 'lawNote', text: lawNote, by: LAW_NOTE }]),
  ...(syncNote === undefined ? [] : [{ field: 'syncNote', text: syncNote, by: SYNC_NOTE }]),
]
