/** Limits in time at their own length, on the product as it is set up; CI meets them shorter, by an option or a clock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, localRequest } from '../../cms/records/transaction.ts'
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts'
import { openTypst } from '../../src/adapters/typst/index.ts'
import { databases } from '../contract/cms/databases.ts'
import { openDesk } from '../contract/cms/desk.ts'
import { deviceKey } from '../fakes/device-key.ts'
import { wire } from '../fakes/device-wire.ts'
import { makeWorkspace, sheetJob } from '../integration/typst-sheets.ts'
import { openServer, type TestServer } from '../integration/server.ts'
import { TYPST_CHILD } from '../templates/children.ts'

/** What was refused, and the seconds until it was. */
const refusedAfter = async (work: Promise<unknown>) => {
  const from = performance.now()
  const refusals = await work.then(
    () => [],
    (error: { refusals: readonly { code: string }[] }) => error.refusals.map(({ code }) => code),
  )
  return { refusals, seconds: (performance.now() - from) / 1000 }
}

describe.each(databases)('a queue of writes on $name', (database) => {
  it('CMS-22 who waits for his turn is told so after ten seconds, not before', async () => {
    const desk = await openDesk(database)
    try {
      const req = await localRequest(desk.payload)
      const stuck = inTransaction(req, async () => {
        const data = { name: '丁', kind: 'village' as const }
        await desk.payload.create({ collection: 'units', data, overrideAccess: true })
      })
      const { refusals, seconds } = await refusedAfter(stuck)
      expect(refusals).toEqual(['DATABASE_BUSY'])
      expect(seconds).toBeGreaterThan(9.9)
    } finally {
      await desk.close()
    }
  })
})

describe('an engine', () => {
  it('TYP-6 a job without end is stopped after ten seconds, not before', async () => {
    const work = makeWorkspace()
    const typst = openTypst({ templates: work.folder, ...TYPST_CHILD })
    try {
      await typst.run(sheetJob(work.folder, 'notice'), 'a')
      const { refusals, seconds } = await refusedAfter(typst.run(sheetJob(work.folder, 'endless'), 'a'))
      expect(refusals).toEqual(['PRINT_TIMEOUT'])
      expect(seconds).toBeGreaterThan(9.9)
    } finally {
      await typst.stop()
      work.remove()
    }
  })
})

describe('a line', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer({ staffed: true })
  })
  afterAll(() => server?.close())

  const HELLO = { type: 'hello', protocol: PROTOCOL_VERSION, role: 'screen', key: deviceKey().publicKey }

  it.each([
    ['says nothing is closed after two seconds', [], 2],
    ['names a key and proves nothing is closed after ten', [HELLO], 10],
  ] as const)('SES-1 a line that %s, not before', async (_, words, limit) => {
    let opened = 0
    let closed = 0
    const line = wire(
      server.origin,
      {},
      {
        opened: () => {
          opened = performance.now()
          for (const word of words) line.say(word)
        },
        heard: () => undefined,
        closed: () => (closed = performance.now()),
      },
    )
    line.open()
    await expect.poll(() => closed, { timeout: 60_000 }).toBeGreaterThan(0)
    // The server's own count may have begun before this end heard that the line was open.
    expect((closed - opened) / 1000).toBeGreaterThan(limit - 0.5)
    line.close()
  })
})
