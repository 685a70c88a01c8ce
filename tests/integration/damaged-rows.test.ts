/**
 * Values of a wrong kind written into the database file with its own tools, cell by cell: whatever they hit, the
 * rest of the town goes on. `DAMAGED_CELLS` (a number, or `all`) and `DAMAGED_SEED` make the run larger or another.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Api, type Found } from '../e2e/api.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { openFile, type SqliteFile } from './intruder.ts'
import { backOf, playing } from './playing.ts'
import { firstPeople, openServer, type TestServer } from './server.ts'

const SEED = Number(process.env['DAMAGED_SEED'] ?? 20261129)
const CELLS = process.env['DAMAGED_CELLS'] ?? '16'
/** Damaged together, then mended together. */
const BATCH = 12

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number }
type Cell = {
  readonly table: string
  readonly column: Column
  readonly rowid: number
  readonly value: string
}

const random = ((state: number) => () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
})(SEED)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)

/** As SQL literals. */
const VALUES = [
  `'x'`,
  `'{"broken'`,
  `12345.5`,
  `-1`,
  `9223372036854775807`,
  `x'ff00fe'`,
  `'00000000-0000-0000-0000-000000000000'`,
  `NULL`,
] as const

/** Of the database's own making: which migrations were run is no row of the town. */
const NOT_OURS = /^(sqlite_|payload_migrations$|libsql_)/
const DATES = /(_at|^at|_on|_until|expiration|from_date|until_date)$/

let server: TestServer
let file: SqliteFile
let device: Device
let people: Readonly<Record<string, Api>>
let screen: string

const columnsOf = (table: string): readonly Column[] =>
  file.prepare(`SELECT * FROM pragma_table_info('${table}')`).all() as unknown as Column[]

const tables = (): readonly string[] =>
  file
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .all()
    .map((row) => String(row['name']))
    .filter((name) => !NOT_OURS.test(name))

/** Rows of those who act in this test are left alone: a person who cannot sign in proves nothing. */
const rowsOf = (table: string): readonly number[] =>
  file
    .prepare(`SELECT rowid AS n FROM "${table}"`)
    .all()
    .map((row) => Number(row['n']))
    .filter((n) => !spared.has(`${table} ${n}`))

const spared = new Set<string>()
const spare = (table: string, where: string): void => {
  for (const row of file.prepare(`SELECT rowid AS n FROM "${table}" WHERE ${where}`).all())
    spared.add(`${table} ${Number(row['n'])}`)
}

const cellsOf = (): Cell[] =>
  tables().flatMap((table) => {
    const rows = rowsOf(table)
    return rows.length === 0
      ? []
      : columnsOf(table).flatMap((column) =>
          VALUES.map((value) => ({ table, column, rowid: pick(rows), value })),
        )
  })

/** What a column of this kind would never be given by the product. */
const isAlien = ({ column: { name, type }, value }: Cell): boolean => {
  if (value === 'NULL') return false
  if (value.startsWith('x')) return true
  if (/numeric|integer/i.test(type)) return value.startsWith("'") || value.length > 16
  return DATES.test(name)
}

const names = (table: string): readonly string[] => {
  const plain = table.replaceAll('_', '-')
  return [plain, plain.replace(/^-(.*)-v(-.*)?$/u, '$1/versions'), `globals/${plain}`]
}

/** Refuses what the file itself refuses: a null, a second of what is unique. Answers how to put it back. */
const damage = ({ table, column, rowid, value }: Cell): (() => void) | null => {
  const before = String(
    file.prepare(`SELECT quote("${column.name}") AS v FROM "${table}" WHERE rowid = ?`).get(rowid)?.['v'],
  )
  const write = (literal: string, at = rowid): void =>
    void file.exec(`UPDATE "${table}" SET "${column.name}" = ${literal} WHERE rowid = ${at}`)
  try {
    write(value)
  } catch {
    return null
  }
  const moved = column.pk === 1 && /integer/i.test(column.type)
  const at = moved ? Number(value) : rowid
  return () => {
    try {
      write(before, at)
    } catch {
      // The product has written it anew meanwhile, as it does with a receipt that is sent again: it stands twice.
      file.exec(`DELETE FROM "${table}" WHERE rowid = ${at}`)
    }
  }
}

/** The product writes rows over as it works: a receipt's next stage, the newest version of a draft. */
const stillThere = ({ table, column, rowid, value }: Cell): boolean => {
  const now = file.prepare(`SELECT quote("${column.name}") AS v FROM "${table}" WHERE rowid = ?`).get(rowid)
  return String(now?.['v']).replaceAll("'", '').toLowerCase() === value.replaceAll("'", '').toLowerCase()
}

/** Where parts of a row are joined to it: a part whose owner or place nobody can read is no part of any row. */
const isJoint = ({ table, column }: Cell): boolean => {
  const has = new Set(columnsOf(table).map(({ name }) => name))
  const isPart = has.has('_parent_id') || (has.has('parent_id') && has.has('order'))
  return isPart && /^(?:id|order|path|_?parent_id|_order|_uuid)$/.test(column.name)
}

const readiness = async () => {
  const answer = await fetch(`${server.origin}/readyz`)
  const body = (await answer.json()) as {
    refused: readonly { code: string; hint?: string; field?: string }[]
  }
  return { http: answer.status, refused: body.refused }
}
const told = async (): Promise<readonly string[]> =>
  (await readiness()).refused.filter(({ code }) => code === 'ROW_UNREADABLE').map(({ hint = '' }) => hint)

const as = (role: string): Api => {
  const api = people[role]
  if (!api) throw new Error(`nobody is ${role}`)
  return api
}

/** From the form to the screens and off them again, by three people. */
const publishAndWithdraw = async (words: string): Promise<void> => {
  const { docs } = await as('author').get<Found<{ number: string }>>('/api/hotlines?limit=50&depth=0')
  const hotline = docs.find(({ number }) => number === '96110')?.id
  const made = await as('author').post<{ doc: { id: string } }>('/api/slogans?draft=true', {
    text: words,
    hotline,
  })
  const content = made.doc.id
  const sent = await as('author').post<{ submission: { id: string } }>(`/api/slogans/${content}/submit`, {})
  await as('reviewer').post(`/api/submissions/${sent.submission.id}/approve`, {})
  const { release } = await as('issuer').post<{ release: string }>(
    `/api/submissions/${sent.submission.id}/approve`,
    {},
  )
  const list = await as('operator').post<{ doc: { id: string } }>('/api/playlists', {
    name: words,
    entries: [{ relationTo: 'slogans', value: content }],
  })
  await as('operator').post('/api/schedules', {
    name: words,
    playlist: list.doc.id,
    level: 'campaign',
    screens: [screen],
    fromDate: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    fromTime: '00:00',
    untilTime: '24:00',
  })
  await device.until(`${words} is played`, () => playing(device).includes(release))
  await as('issuer').post(`/api/releases/${release}/withdraw`, { reason: '演练' })
  await device.until(`${words} is off`, () => !playing(device).includes(release))
}

const COLLECTIONS =
  'cases techniques slogans media hotlines submissions approvals releases derivations playlists schedules screens heads receipts prints postings posting-photos poster-templates users units places pairings audit'.split(
    ' ',
  )

/** Lists and rows of the desk as an administrator asks for them. */
const listsAnswer = async (): Promise<void> => {
  for (const slug of COLLECTIONS) {
    const { status, body } = await as('administrator').raw('GET', `/api/${slug}?limit=200&depth=1`)
    expect(status, `${slug} ${JSON.stringify(body).slice(0, 300)}`).toBe(200)
  }
  for (const slug of ['cases', 'techniques', 'slogans'])
    for (const path of [`/api/${slug}?draft=true`, `/api/${slug}/versions`])
      expect((await as('author').raw('GET', path)).status, path).toBe(200)
}

const rowsAnswer = async (cells: readonly Cell[]): Promise<void> => {
  for (const { table, rowid } of cells) {
    const slug = table.replaceAll('_', '-')
    if (!COLLECTIONS.includes(slug)) continue
    const id = file.prepare(`SELECT id FROM "${table}" WHERE rowid = ?`).get(rowid)?.['id']
    if (typeof id !== 'string') continue
    const { status } = await as('administrator').raw('GET', `/api/${slug}/${encodeURIComponent(id)}`)
    expect(status, `${slug}/${id}`).toBeLessThan(500)
  }
}

beforeAll(async () => {
  server = await openServer({ seed: 'demo', file: true })
  file = openFile(server)
  const persons = firstPeople(server.dataDir)
  people = Object.fromEntries(
    await Promise.all(
      Object.entries(persons).map(
        async ([role, person]) => [role, await signIn(server.origin, person)] as const,
      ),
    ),
  )
  const { docs } = await as('administrator').get<Found>('/api/screens?limit=1&depth=0&sort=createdAt')
  screen = docs[0]?.id ?? ''
  device = openDevice(server.origin)
  await device.until('a pairing code', () => device.last('pairing') !== undefined)
  const { code, fingerprint } = device.last('pairing') ?? { code: '', fingerprint: '' }
  await as('administrator').post(`/api/screens/${screen}/pair`, { code, fingerprint })
  await device.until('the first head', () => device.showing() !== null)
  spare('users', '1')
  for (const table of tables().filter((name) => name.startsWith('users_'))) spare(table, '1')
  spare('screens', `id = '${screen}'`)
  spare('hotlines', `number = '96110'`)
})

afterAll(async () => {
  device?.disconnect()
  file?.close()
  await server?.close()
})

const batches = (cells: readonly Cell[]): readonly (readonly Cell[])[] =>
  Array.from({ length: Math.ceil(cells.length / BATCH) }, (_, i) => cells.slice(i * BATCH, (i + 1) * BATCH))

describe('I17 one damaged cell is one refused row', () => {
  it('I17 whatever table, column and value: named, listed past, published past, withdrawn past, started past', async () => {
    const all = shuffled(cellsOf())
    const cells = CELLS === 'all' ? all : all.slice(0, Number(CELLS))
    for (const [n, batch] of batches(cells).entries()) {
      const undo: (() => void)[] = []
      const hit: Cell[] = []
      for (const cell of batch) {
        const back = damage(cell)
        if (!back) continue
        undo.unshift(back)
        hit.push(cell)
      }
      const what = hit.map(({ table, column, value }) => `${table}.${column.name}=${value}`).join('; ')
      try {
        expect([200, 503], what).toContain((await readiness()).http)
        await listsAnswer()
        await rowsAnswer(hit)
        await publishAndWithdraw(`第${n}次演练不转账`)
        const missing = async () => {
          const hints = await told()
          return hit
            .filter(isAlien)
            .filter(stillThere)
            .filter((cell) => !isJoint(cell))
            .filter(({ table }) => !hints.some((hint) => names(table).some((name) => hint.startsWith(name))))
            .map(({ table, column, value }) => `${table}.${column.name}=${value}`)
        }
        await expect.poll(missing, { timeout: 15_000 }).toEqual([])
        const returned = backOf(device)
        await server.kill()
        await server.start()
        await returned()
        expect([200, 503], what).toContain((await readiness()).http)
      } catch (error) {
        throw new Error(`after ${what}`, { cause: error })
      }
      for (const back of undo) back()
    }
  })
})
