/**
 * `npm run bench -- first-picture`: how soon an issuer's 签发 is on the square, and how soon a box that was switched on
 * shows something while the server is dead. Everything is the built product in processes of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { Page as LedPage } from '../../src/model/page.ts'
import { canonicalJson } from '../../src/programme/index.ts'
import { signIn, type Api, type Created, type Found } from '../e2e/api.ts'
import { BROWSER_FLAGS, executablePath } from '../e2e/browser.ts'
import { openDisplay, type Display } from '../e2e/display.ts'
import { difference, expected, SAME_PAGE, seen } from '../e2e/pixels.ts'
import { startServer, type Server } from '../e2e/server.ts'
import { finish, quantile, row, type Row } from './report/rows.ts'

const PUBLISHES = 20
const COLD_STARTS = 10
const WIDTH = 1280
const HEIGHT = 720

type People = Readonly<Record<'author' | 'reviewer' | 'issuer' | 'operator' | 'administrator', Api>>
type Submitted = { readonly submission: { readonly id: string } }
type Screen = { readonly id: string; readonly width: number }
type Playlist = { readonly name: string; readonly entries: readonly unknown[] }

const signInAll = async (server: Server): Promise<People> => {
  const people = server.people()
  const entries = await Promise.all(
    Object.values(people).map(async (person) => [person.role, await signIn(server.origin, person)] as const),
  )
  return Object.fromEntries(entries) as People
}

const pair = async ({ administrator }: People, display: Display): Promise<void> => {
  const { docs } = await administrator.get<Found<Screen>>('/api/screens?depth=0&limit=20')
  const screen = docs.find(({ width }) => width === WIDTH)
  const { code, fingerprint } = await display.offer
  await administrator.post(`/api/screens/${screen?.id}/pair`, { code, fingerprint })
}

/** Ends as soon as a page among (or outside) `digests` is marked at or after `since`; answers when that was. */
const markAfter = async (
  page: Page,
  since: number,
  digests: ReadonlySet<string>,
  among = true,
): Promise<number> => {
  const handle = await page.waitForFunction(
    ([from, wanted, within]) =>
      performance
        .getEntriesByType('mark')
        .map(({ name, startTime }) => ({ name, at: performance.timeOrigin + startTime }))
        .find(
          ({ name, at }) =>
            name.startsWith('page:') && at >= Number(from) && (wanted as string[]).includes(name) === within,
        )?.at,
    [since, [...digests], among] as const,
    { polling: 10, timeout: 10_000 },
  )
  return Number(await handle.jsonValue())
}

const pagesOf = async (people: People, submission: string): Promise<readonly LedPage[]> => {
  const { pages } = await people.administrator.get<{ pages: string }>(
    `/api/submissions/${submission}?depth=0`,
  )
  const grids = JSON.parse(pages) as Record<string, readonly LedPage[]>
  return grids[Object.keys(grids).find((key) => key.startsWith(`${WIDTH}x${HEIGHT}-`)) ?? ''] ?? []
}

/** A slogan in the campaign's playlist, so that each release of it is due at once beside a loop of many pages. */
const openSlogan = async (people: People): Promise<string> => {
  const { docs: lines } = await people.author.get<Found<{ number: string }>>('/api/hotlines?depth=0&limit=20')
  const hotline = lines.find(({ number }) => number === '96110')?.id
  const { doc } = await people.author.post<Created>('/api/slogans?draft=true', {
    text: '开始 计时',
    accent: '',
    hotline,
  })
  const { docs } = await people.operator.get<Found<Playlist>>('/api/playlists?depth=0&limit=20')
  const campaign = docs.find(({ name }) => name.startsWith('宣传发动'))
  const entries = [...(campaign?.entries ?? []), { relationTo: 'slogans', value: doc.id }]
  await people.operator.patch(`/api/playlists/${campaign?.id}`, { entries })
  return doc.id
}

type Publish = {
  readonly shown: number
  readonly answered: number
  readonly confirmed: boolean
  /** From sending 撤下 to another page on the canvas. */
  readonly off: number
}

/** Takes it off again; the next turn's release brings the slogan back. */
const withdrawOnce = async (
  people: People,
  display: Display,
  submission: string,
  names: readonly string[],
): Promise<number> => {
  const where = `where[submission][equals]=${submission}`
  const { docs } = await people.issuer.get<Found>(`/api/releases?depth=0&limit=1&${where}`)
  const sent = Date.now()
  await people.issuer.post(`/api/releases/${docs[0]?.id}/withdraw`, { reason: '试撤' })
  return (await markAfter(display.page(), sent, new Set(names), false)) - sent
}

const publishOnce = async (
  people: People,
  display: Display,
  origin: string,
  slogan: string,
  turn: number,
): Promise<Publish> => {
  await people.author.patch(`/api/slogans/${slogan}?draft=true`, { text: `第${turn}回试播 先问再转账` })
  const { submission } = await people.author.post<Submitted>(`/api/slogans/${slogan}/submit`, {})
  await people.reviewer.post(`/api/submissions/${submission.id}/approve`, {})
  const pages = await pagesOf(people, submission.id)
  const names = pages.map((page) => `page:${createHash('sha256').update(canonicalJson(page)).digest('hex')}`)
  const sent = Date.now()
  await people.issuer.post(`/api/submissions/${submission.id}/approve`, {})
  const answered = Date.now() - sent
  const shown = (await markAfter(display.page(), sent, new Set(names))) - sent
  const [first] = pages
  if (!first) throw new Error('the slogan has no page')
  const picture = await seen(display.page(), WIDTH, HEIGHT)
  const confirmed = difference(picture, await expected(first, origin)) < SAME_PAGE
  const off = await withdrawOnce(people, display, submission.id, names)
  return { shown, answered, confirmed, off }
}

const benchPublish = async (server: Server, people: People, display: Display): Promise<readonly Row[]> => {
  const slogan = await openSlogan(people)
  await publishOnce(people, display, server.origin, slogan, 0)
  const turns: Publish[] = []
  for (let turn = 1; turn <= PUBLISHES; turn += 1) {
    turns.push(await publishOnce(people, display, server.origin, slogan, turn))
    process.stdout.write(`\rpublish ${turn}/${PUBLISHES}: ${Math.round(turns.at(-1)?.shown ?? 0)} ms   `)
  }
  process.stdout.write('\n')
  const shown = turns.map((turn) => turn.shown)
  const control = {
    name: 'the issuer’s own answer, same turns',
    value: quantile(
      turns.map(({ answered }) => answered),
      0.95,
    ),
  }
  return [
    row('issue → new page on the canvas, p95 of 20', quantile(shown, 0.95), 'ms', 1_000, control),
    row('issue → new page on the canvas, median', quantile(shown, 0.5), 'ms', 1_000),
    row(
      '撤下 → another page on the canvas, p95 of 20',
      quantile(
        turns.map(({ off }) => off),
        0.95,
      ),
      'ms',
      1_000,
    ),
    row(
      'publishes whose screenshot was not the approved page',
      turns.filter(({ confirmed }) => !confirmed).length,
      'of 20',
      0,
    ),
  ]
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })

/** A browser process without a debugging client until the page has painted would not tell its times; attach late. */
const coldStart = async (folder: string, url: string): Promise<number> => {
  const child = spawn(executablePath, [
    ...BROWSER_FLAGS,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    `--window-size=${WIDTH},${HEIGHT}`,
    url,
  ])
  const endpoint = await new Promise<string>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      const found = /DevTools listening on (ws:\S+)/.exec(chunk.toString())
      if (found?.[1]) resolve(found[1])
    })
  })
  const browser = await chromium.connectOverCDP(endpoint)
  const page = browser
    .contexts()[0]
    ?.pages()
    .find((one) => one.url().includes('/display'))
  if (!page) throw new Error('the browser opened no display')
  await page.waitForFunction(
    () => performance.getEntriesByType('mark').some(({ name }) => name.startsWith('page:')),
    null,
    { timeout: 10_000 },
  )
  const at = await page.evaluate(
    () =>
      performance.getEntriesByType('mark').find(({ name }) => name.startsWith('page:'))?.startTime ??
      Number.NaN,
  )
  await browser.close()
  await end(child)
  return at
}

/** The control: the same browser and profile opening a page of nothing from the same service worker’s neighbour, disk. */
const emptyStart = async (folder: string, file: string): Promise<number> => {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: BROWSER_FLAGS,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(file)
  const at = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
      ),
  )
  await context.close()
  return at
}

const benchColdStart = async (server: Server, folder: string): Promise<readonly Row[]> => {
  const empty = mkdtempSync(join(tmpdir(), 'silver-shield-empty-'))
  const starts: number[] = []
  const controls: number[] = []
  for (let turn = 1; turn <= COLD_STARTS; turn += 1) {
    starts.push(await coldStart(folder, `${server.origin}/display`))
    controls.push(await emptyStart(empty, 'data:text/html,<title>empty</title><p>'))
    process.stdout.write(`\rcold start ${turn}/${COLD_STARTS}: ${Math.round(starts.at(-1) ?? 0)} ms   `)
  }
  process.stdout.write('\n')
  rmSync(empty, { recursive: true, force: true })
  const control = { name: 'an empty page', value: Math.max(...controls) }
  return [
    row(
      'server dead, fresh browser: navigation → first page, max of 10',
      Math.max(...starts),
      'ms',
      1_000,
      control,
    ),
    row('server dead, fresh browser: navigation → first page, median', quantile(starts, 0.5), 'ms', 1_000),
  ]
}

const main = async (): Promise<void> => {
  const server = await startServer()
  const people = await signInAll(server)
  const display = await openDisplay(server.origin, WIDTH, HEIGHT)
  try {
    await pair(people, display)
    await display
      .page()
      .waitForFunction(() =>
        performance.getEntriesByType('mark').some(({ name }) => name.startsWith('page:')),
      )
    const publishing = await benchPublish(server, people, display)
    await display.page().evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await display.profile.context.close()
    await server.kill()
    const starting = await benchColdStart(server, display.profile.folder)
    finish([...publishing, ...starting], process.argv)
  } finally {
    await display.profile.close()
    await server.destroy()
  }
}

await main()
