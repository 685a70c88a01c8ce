import { Router, type RequestHandler, type Response } from 'express'
import type { Payload } from 'payload'
import type { DemoEvent, DemoEventKind, DemoWall } from '../../model/demo-feed.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { refusal } from '../../errors/refusal.ts'
import type { Presence } from '../../model/cluster.ts'
import type { Instant, ScreenId } from '../../model/ids.ts'
import type { Ink, ScreenColour } from '../../model/screen.ts'
import { answerRefusal } from '../web/answer.ts'
import type { Clock } from '../process/clock.ts'
import type { Log } from '../process/log.ts'
import type { Published } from '../publishing/publish-loop.ts'

/** The latest events, kept for the next visitor; an open page asks for nothing more (I10). */
const KEPT = 12
const LOOK_EVERY_MS = 1_000
const HEARTBEAT_MS = 15_000

type AuditRow = {
  readonly seq: number
  readonly at: string
  readonly action: string
  readonly subject: string
}

const WORKFLOW: Readonly<Record<string, { kind: DemoEventKind; zh: string; en: string }>> = {
  'submission.submit': { kind: 'submitted', zh: '送审', en: 'Submitted' },
  'submission.approve': {
    kind: 'reviewed',
    zh: '审核通过，等待签发',
    en: 'Reviewed, waiting for the issuer',
  },
  'submission.return': { kind: 'returned', zh: '退回', en: 'Returned' },
  'submission.retract': { kind: 'returned', zh: '撤回', en: 'Taken back' },
  'submission.issue': { kind: 'released', zh: '签发', en: 'Released' },
  'submission.withdraw': { kind: 'withdrawn', zh: '撤下', en: 'Withdrawn' },
}

export type DemoFeed = {
  readonly routes: RequestHandler
  readonly changed: () => void
  readonly screen: (kind: 'screen-online' | 'screen-offline', name: string) => void
  readonly published: (published: Published) => void
  readonly stop: () => void
}

type Options = {
  readonly payload: Payload
  readonly demo: boolean
  readonly presence: Pick<Presence<ScreenId>, 'isThere'>
  readonly clock: Clock
  readonly log: Log
}

const titleOf = async (payload: Payload, subject: string): Promise<string> => {
  const id = subject.split('/')[1] ?? ''
  const [row] = await rowsOf<{ title: string }>(payload, 'submissions', {
    where: { id: { equals: id } },
    limit: 1,
  })
  return row?.title ?? ''
}

const eventOf = async (payload: Payload, row: AuditRow): Promise<DemoEvent | null> => {
  const verb = WORKFLOW[row.action]
  if (!verb) return null
  const title = await titleOf(payload, row.subject)
  return {
    at: Date.parse(row.at),
    kind: verb.kind,
    title_zh: `${verb.zh}《${title}》`,
    title_en: `${verb.en}: ${title}`,
  }
}

/** Reads the audit chain onwards from where it was: the feed tells what is on record, nothing else. */
const chainReader = (payload: Payload) => {
  let last = -1
  return async (): Promise<readonly DemoEvent[]> => {
    const first = last < 0
    const rows = await rowsOf<AuditRow>(payload, 'audit', {
      where: first
        ? { action: { in: Object.keys(WORKFLOW) } }
        : { and: [{ seq: { greater_than: last } }, { action: { in: Object.keys(WORKFLOW) } }] },
      sort: '-seq',
      limit: KEPT,
    })
    const fresh = rows.filter(({ seq }) => seq > last)
    last = Math.max(last, 0, ...fresh.map(({ seq }) => seq))
    const events = await Promise.all(fresh.map((row) => eventOf(payload, row)))
    return events.filter((event) => event !== null).toSorted((a, b) => a.at - b.at)
  }
}

type ScreenRow = {
  readonly id: ScreenId
  readonly name: string
  readonly place?: { readonly name?: string } | string | null
  readonly width: number
  readonly height: number
  readonly colour: ScreenColour
  readonly ink: Ink
  readonly pitchMm: number
}

const readWall = async ({ payload, presence, clock }: Options): Promise<DemoWall> => {
  const { docs } = await payload.find({
    collection: 'screens',
    overrideAccess: true,
    depth: 1,
    limit: 24,
    sort: 'createdAt',
  })
  const { name: town } = await payload.findGlobal({ slug: 'town', overrideAccess: true, depth: 0 })
  const screens = await Promise.all(
    (docs as unknown as readonly ScreenRow[]).map(async (row) => {
      const { id, name, place, width, height, colour, ink, pitchMm } = row
      const where = typeof place === 'object' ? (place?.name ?? '') : ''
      return {
        id,
        name,
        place: where,
        width,
        height,
        colour,
        ink,
        pitchMm,
        online: await presence.isThere(id),
      }
    }),
  )
  return { town: String(town ?? ''), screens, now: clock() }
}

type Stream = {
  readonly look: () => Promise<void>
  readonly listeners: Set<Response>
  readonly kept: () => readonly DemoEvent[]
}

const routesOf = (options: Options, { look, listeners, kept }: Stream): Router => {
  const router = Router()
  router.use((req, res, next) => (options.demo ? next() : answerRefusal(req, res, refusal('DEMO_ONLY'))))
  router.get('/wall', (_req, res, next) => {
    readWall(options).then((wall) => res.json(wall), next)
  })
  router.get('/events', (req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
    res.write(': hello\n\n')
    void look().then(() => {
      if (res.closed || res.writableEnded) return
      for (const event of kept()) res.write(`data: ${JSON.stringify(event)}\n\n`)
      listeners.add(res)
    })
    res.on('error', () => listeners.delete(res))
    req.once('close', () => listeners.delete(res))
  })
  return router
}

/** `GET /api/demo/wall` and `/api/demo/events`: what `/demo` shows, in a demo town only. */
export const demoFeed = (options: Options): DemoFeed => {
  const { payload, clock, log } = options
  const listeners = new Set<Response>()
  const read = chainReader(payload)
  let kept: readonly DemoEvent[] = []
  let looking: Promise<void> | null = null

  const tell = (event: DemoEvent): void => {
    kept = [...kept, event].slice(-KEPT)
    for (const res of listeners) res.write(`data: ${JSON.stringify(event)}\n\n`)
  }
  const look = (): Promise<void> => {
    looking ??= read()
      .then((events) => events.forEach(tell))
      .catch((error: unknown) => log.warn({ err: error }, 'demo feed could not read the audit'))
      .finally(() => {
        looking = null
      })
    return looking
  }
  const timers = [
    setInterval(() => void (listeners.size && look()), LOOK_EVERY_MS),
    setInterval(() => listeners.forEach((res) => res.write(': still here\n\n')), HEARTBEAT_MS),
  ]
  for (const timer of timers) timer.unref()

  const newest = (): DemoEvent | undefined =>
    kept.findLast(({ kind }) => kind === 'released' || kind === 'withdrawn')

  return {
    routes: routesOf(options, { look, listeners, kept: () => kept }),
    changed: () => void look(),
    screen: (kind, name) =>
      tell({
        at: clock(),
        kind,
        title_zh: kind === 'screen-online' ? `${name} 已连上` : `${name} 断网，照常播放`,
        title_en: kind === 'screen-online' ? `${name} connected` : `${name} lost the network, still playing`,
      }),
    published: ({ sequence, screens, at }) => {
      void look().then(() => {
        const act = newest()
        // Told only when an act of a person in the last seconds led to this head; a renewal of leases is not told.
        if (act && withinAct(act.at, at)) tell({ ...act, sequence, of: screens })
      })
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      for (const res of listeners) res.end()
      // Screens that leave while the server stops are told to nobody.
      listeners.clear()
    },
  }
}

const withinAct = (act: Instant, published: Instant): boolean => published - act < 5_000
