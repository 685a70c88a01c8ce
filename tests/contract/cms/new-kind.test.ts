import { randomUUID } from 'node:crypto'
import { getPayload, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPorts } from '../../../cms/base/ports.ts'
import { WRITTEN } from '../../../cms/collections/index.ts'
import { readCatalogue } from '../../../cms/print/catalogue.ts'
import { readOrder } from '../../../cms/print/order.ts'
import { localRequest } from '../../../cms/records/transaction.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { approveSubmission } from '../../../cms/workflow/decisions.ts'
import { checkContent, submitContent } from '../../../cms/workflow/submit.ts'
import { contentKinds, KINDS, posterKinds } from '../../../src/content/index.ts'
import type { ReleaseId, UnitId } from '../../../src/model/ids.ts'
import type { Page } from '../../../src/model/page.ts'
import { compile, groupsOf } from '../../../src/publish/index.ts'
import { PASSWORD, PEOPLE } from '../../builders/people.ts'
import { fakePorts } from '../../fakes/ports.ts'
import { warnings } from '../../fixtures/warning/form.ts'
import { warningKind } from '../../fixtures/warning/index.ts'
import { goodFiles, zipOf } from '../../integration/gate.ts'
import { openPdf, openPrinting, textOf, type Printing } from '../../integration/printing.ts'
import { painted } from '../../looks/canvas.ts'
import { configFor } from './config.ts'
import { databases } from './databases.ts'
import type { Desk } from './desk.ts'
import { buildPlaceWithScreens, createRow } from './rows.ts'

const kinds = contentKinds([...KINDS.all, warningKind])
const TITLE = '冒充燃气检查的来了'
const ADVICE = ['先看证件，再开门', '不当场交钱']

const wordsOn = (pages: readonly Page[]): string =>
  pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'text' ? [op.text] : []))).join('')

/** Lamps of a page that are lit in a colour that is not its ground. */
const litOn = (page: Page): number => {
  const { data } = painted(page).getContext('2d').getImageData(0, 0, page.width, page.height)
  const ground = [1, 3, 5].map((at) => Number.parseInt(page.ground.slice(at, at + 2), 16))
  let lit = 0
  for (let i = 0; i < data.length; i += 4) if (ground.some((part, at) => data[i + at] !== part)) lit++
  return lit
}

const NAMES = ['author', 'reviewer', 'second-reviewer', 'issuer', 'operator'] as const

describe.each(databases)('CNT-2 a kind nobody had thought of, on $name', (database) => {
  let payload: Payload
  let printing: Printing
  let made: Awaited<ReturnType<typeof buildPlaceWithScreens>>
  let release: string
  let leave: () => Promise<void>
  const people = new Map<string, PayloadRequest>()
  const as = (name: (typeof NAMES)[number]): PayloadRequest => people.get(name) ?? expect.unreachable(name)

  beforeAll(async () => {
    printing = openPrinting({ kinds: posterKinds(kinds) })
    const ports = { ...fakePorts(), kinds, print: printing.print }
    fillPorts(ports)
    const { env, drop } = database.open()
    const written = { kinds, forms: [...WRITTEN.forms, warnings] }
    // A table of a kind that no migration knows: the schema is made as in development.
    payload = await getPayload({
      config: await configFor({ ...env, production: false }, written),
      key: randomUUID(),
    })
    payload.logger.level = 'fatal'
    for (const name of NAMES) {
      const { email, name: said, roles } = PEOPLE[name]
      const data = { email, name: said, roles: [...roles], password: PASSWORD }
      const user = await payload.create({ collection: 'users', data, overrideAccess: true })
      people.set(name, await localRequest(payload, { ...user, collection: 'users' }))
    }
    made = await buildPlaceWithScreens({ payload } as Desk)
    leave = async () => {
      await payload.destroy()
      await drop()
      await printing.close()
      fillPorts(undefined)
    }
  })
  afterAll(() => leave())

  it('CNT-2 it is written, checked, sent in, approved and issued by its form and its folder', async () => {
    const draft = async (data: object): Promise<string> => {
      const row = await payload.create({
        collection: 'warnings' as CollectionSlug,
        data: { ...data, hotline: made.hotline.id } as never,
        draft: true,
        req: as('author'),
        overrideAccess: false,
      })
      return String(row.id)
    }
    const empty = await draft({ title: '', advice: '字'.repeat(25) })
    expect((await checkContent(as('author'), 'warnings', empty)).map((f) => `${f.code} ${f.field}`)).toEqual([
      'TEXT_EMPTY title',
      'TEXT_TOO_LONG advice',
    ])
    const id = await draft({ title: TITLE, advice: ADVICE.join('\n') })
    const sent = await submitContent(as('author'), 'warnings', id)
    await approveSubmission(as('reviewer'), sent.id)
    await approveSubmission(as('second-reviewer'), sent.id)
    release = (await approveSubmission(as('issuer'), sent.id)).release ?? ''
    expect(release).not.toBe('')
  })

  it('CNT-2 it reaches a screen: laid out for every grid, compiled into a programme, painted lamp by lamp', async () => {
    const [row] = (await loadTown(payload)).town.releases
    const playlist = await createRow({ payload } as Desk, 'playlists', {
      name: '预警',
      entries: [{ relationTo: 'warnings', value: row?.content }],
    })
    await createRow({ payload } as Desk, 'schedules', {
      name: '预警',
      playlist: playlist.id,
      level: 'daily',
      screens: [made.wall.id, made.strip.id],
      fromDate: '2026-11-01T04:00:00.000Z',
      fromTime: '00:00',
      untilTime: '24:00',
    })
    const { town, refusals } = await loadTown(payload)
    expect(refusals).toEqual([])
    const { now, sha256 } = fakePorts()
    const groups = groupsOf(town, sha256)
    expect(groups).toHaveLength(2)
    for (const group of groups) {
      const programme = compile(town, group, now(), sha256)
      const played = programme.loops.flat().filter((item) => item.release === release)
      const pages = [...new Set(played.map(({ page }) => page))].map((name) => programme.pages[name] as Page)
      expect(pages.every(({ template }) => template === 'warning@1')).toBe(true)
      for (const words of [TITLE, '先看证件', '再开门', '不当场交钱']) expect(wordsOn(pages)).toContain(words)
      for (const page of pages) expect(litOn(page)).toBeGreaterThan(300)
    }
  })

  it('CNT-2 it reaches a sheet: a template for it passes the gate, the catalogue offers it, its words are set', async () => {
    const changes = { id: 'warning-a4', kinds: ['warning'] }
    const sample = JSON.parse(String(goodFiles()['sample.json'])) as object
    await printing.print.installTemplate(
      zipOf({
        ...goodFiles(1, changes),
        'sample.json': JSON.stringify({ ...sample, kind: 'warning', steps: [], lesson: '', accent: '' }),
      }),
    )
    const config = { publicUrl: '' }
    const catalogue = await readCatalogue(as('operator'), config)
    expect(catalogue.kinds.at(-1)).toEqual({ kind: 'warning', zh: '预警', en: 'Warning' })
    const [offered] = catalogue.contents
    expect([offered?.kind, offered?.title]).toEqual(['warning', TITLE])
    expect(offered?.templates.filter(({ fits }) => fits).map(({ id }) => id)).toEqual(['warning-a4'])
    const order = await readOrder(as('operator'), config, {
      release: release as ReleaseId,
      template: 'warning-a4',
      size: 'a4',
      way: 'office',
      tiling: 'none',
      unit: made.unit.id as UnitId,
      contact: null,
    })
    const { bytes, name } = await printing.print.pdf(order, 'operator')
    expect(name).toContain(TITLE)
    // Some package under Payload leaves this on every array, and pdf.js reads nothing then.
    const arrays: object = Array.prototype
    if ('random' in arrays) Object.defineProperty(arrays, 'random', { enumerable: false, configurable: true })
    const shown = (await textOf(await openPdf(bytes), 1)).replace(/\s/gu, '')
    for (const words of [TITLE, ...ADVICE, '96110']) expect(shown).toContain(words.replace(/\s/gu, ''))
  })
})
