/** What `/demo` is told: `GET /api/demo/wall` once, then `GET /api/demo/events` as Server-Sent Events, one JSON each. */
import type { Instant, ScreenId } from './ids.ts'
import type { Ink, ScreenColour } from './screen.ts'

export type DemoScreen = {
  readonly id: ScreenId
  readonly name: string
  readonly place: string
  readonly width: number
  readonly height: number
  readonly colour: ScreenColour
  readonly ink: Ink
  readonly pitchMm: number
  /** A paired screen is connected; the frames on the page are viewers and do not count. */
  readonly online: boolean
}

export type DemoWall = {
  readonly town: string
  readonly screens: readonly DemoScreen[]
  /** The server's clock, to measure from; a visitor's own may be wrong by minutes. */
  readonly now?: Instant
}

export const DEMO_EVENT_KINDS = [
  'submitted',
  'reviewed',
  'returned',
  'released',
  'withdrawn',
  'screen-online',
  'screen-offline',
  'showing',
] as const
export type DemoEventKind = (typeof DEMO_EVENT_KINDS)[number]

/** `showing` adds no entry of its own: it fills `shown`, `of` and `slowestMs` of the entry with its `sequence`. */
export type DemoEvent = {
  readonly at: Instant
  readonly kind: DemoEventKind
  readonly title_zh: string
  readonly title_en: string
  /** First head this led to: joins later `showing` events, and lets the page see its own frames follow. */
  readonly sequence?: number
  readonly shown?: number
  readonly of?: number
  /** From the act to the last screen showing it so far. */
  readonly slowestMs?: number
}

/** The page keeps the newest; an old wall left open for weeks stays small (I10). */
export const FEED_LENGTH = 30

const sameNews = (a: DemoEvent, b: DemoEvent): boolean =>
  a.at === b.at && a.kind === b.kind && a.title_zh === b.title_zh

const firstHead = (entry: DemoEvent, event: DemoEvent): number | undefined =>
  entry.sequence === undefined ? event.sequence : Math.min(entry.sequence, event.sequence ?? entry.sequence)

const withProgress = (entry: DemoEvent, event: DemoEvent): DemoEvent => ({
  ...entry,
  ...(firstHead(entry, event) === undefined ? {} : { sequence: firstHead(entry, event) as number }),
  ...(event.shown === undefined ? {} : { shown: event.shown }),
  ...(event.of === undefined ? {} : { of: event.of }),
  ...(event.slowestMs === undefined ? {} : { slowestMs: event.slowestMs }),
})

/** Newest first. A repeated event (the stream was resumed) changes nothing but its progress. */
export const withEvent = (feed: readonly DemoEvent[], event: DemoEvent): readonly DemoEvent[] => {
  if (event.kind === 'showing')
    return feed.map((entry) =>
      entry.sequence !== undefined && entry.sequence === event.sequence ? withProgress(entry, event) : entry,
    )
  if (feed.some((entry) => sameNews(entry, event)))
    return feed.map((entry) => (sameNews(entry, event) ? withProgress(entry, event) : entry))
  return [event, ...feed].toSorted((a, b) => b.at - a.at).slice(0, FEED_LENGTH)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The event of one SSE message, or undefined when this page does not know it (a newer server, I16). */
export const readEvent = (text: string): DemoEvent | undefined => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || typeof value['at'] !== 'number') return undefined
  if (typeof value['title_zh'] !== 'string' || typeof value['title_en'] !== 'string') return undefined
  if (!DEMO_EVENT_KINDS.some((kind) => kind === value['kind'])) return undefined
  return value as DemoEvent
}
