/**
 * A process of its own: fills the demo town in DATA_DIR up to a big one, through the server's own functions, while no
 * server runs. What people see of it is true: every row is signed, sealed and in the audit.
 */
import { join, resolve } from 'node:path'
import type { Payload, PayloadRequest, TypedUser } from 'payload'
import { appendRow } from '../../../cms/records/append.ts'
import { inTransaction, localRequest } from '../../../cms/records/transaction.ts'
import { fillPorts } from '../../../cms/base/ports.ts'
import { appendPosting } from '../../../cms/postings/postings.ts'
import type { PrintRow } from '../../../cms/print/prints.ts'
import { approveSubmission, withdrawRelease } from '../../../cms/workflow/decisions.ts'
import { rowsOf, type ContentSlug, type ReleaseRow } from '../../../cms/records/rows.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import { KINDS } from '../../../src/content/index.ts'
import { bootCms } from '../../../src/adapters/town/cms.ts'
import { makeLog } from '../../../src/adapters/process/log.ts'
import { openKeptFiles } from '../../../src/adapters/disk/kept-files.ts'
import { openCluster } from '../../../src/adapters/cluster/cluster.ts'
import { cmsPorts } from '../../../src/adapters/town/cms-ports.ts'
import { systemClock } from '../../../src/adapters/process/clock.ts'
import { readEnv } from '../../../src/adapters/process/env.ts'
import { openDictionary } from '../../../src/adapters/disk/dictionary.ts'
import { openFonts } from '../../../src/adapters/disk/fonts.ts'
import { startImages } from '../../../src/adapters/images/images.ts'
import { openVectors } from '../../../src/adapters/images/vectors.ts'
import { openKeys } from '../../../src/adapters/disk/keys.ts'
import { openProgrammes } from '../../../src/adapters/publishing/programmes.ts'
import { openObjects } from '../../../src/adapters/disk/objects.ts'
import type { ReleaseId, UnitId } from '../../../src/model/ids.ts'
import type { Role } from '../../../src/model/people.ts'
import type { CivilDate } from '../../../src/model/town.ts'
import { checkCode } from '../../../src/poster/check-code.ts'
import { sha256Hex } from '../../../src/adapters/disk/keys.ts'
import { copyDrafts } from './drafts.ts'
import { BIG } from './sizes.ts'

const CHUNK = 40
const SLUGS: readonly ContentSlug[] = ['cases', 'techniques', 'slogans']
const MADE = ['id', 'createdAt', 'updatedAt', '_status', 'contributors']

/** One of a role; `at` counts those who have it. */
type Voices = (role: Role, within: PayloadRequest, at?: number) => Promise<PayloadRequest>
type Row = Readonly<Record<string, unknown>> & { readonly id: string }

const voicesOf = async (payload: Payload): Promise<Voices> => {
  const people = await rowsOf<Row & { roles?: readonly Role[] }>(payload, 'users')
  return async (role, within, at = 0) => {
    const person = people.filter(({ roles }) => roles?.includes(role))[at]
    const req = await localRequest(payload, { ...person, collection: 'users' } as unknown as TypedUser)
    if (within.transactionID !== undefined) req.transactionID = within.transactionID
    return req
  }
}

/** Rows of an array have ids of their own, which a copy must not take. */
const copied = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((row: unknown) => (typeof row === 'object' && row !== null ? { ...row, id: undefined } : row))
    : value

const draftsIn = async (payload: Payload): Promise<readonly (readonly [ContentSlug, object])[]> => {
  const all = await Promise.all(
    SLUGS.map(async (slug) => {
      const { docs } = await payload.find({ collection: slug as 'cases', depth: 0, limit: 50, draft: true })
      return docs.map((doc) => {
        const kept = Object.entries(doc).filter(([name]) => !MADE.includes(name))
        return [slug, Object.fromEntries(kept.map(([name, value]) => [name, copied(value)]))] as const
      })
    }),
  )
  return all.flat()
}

/** Chunks, each in a transaction of its own; `make` is given the number of what it makes. */
const inChunks = async (
  payload: Payload,
  count: number,
  make: (req: PayloadRequest, index: number) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < count; from += CHUNK) {
    const req = await localRequest(payload)
    await inTransaction(req, async () => {
      for (let i = from; i < Math.min(count, from + CHUNK); i += 1) await make(req, i)
    })
  }
}

const fillContents = async (payload: Payload, voices: Voices): Promise<void> => {
  const drafts = await draftsIn(payload)
  await inChunks(payload, BIG.contents, async (req, index) => {
    const author = await voices('author', req)
    const [slug, data] = drafts[index % drafts.length] ?? ['slogans', {}]
    const { id } = await payload.create({
      collection: slug as 'cases',
      data: { ...data, _status: 'draft' } as never,
      depth: 0,
      req: author,
    })
    const submission = await submitContent(author, slug, String(id))
    // The newest are still on somebody's table.
    if (index >= BIG.contents - BIG.waiting) return
    await approveSubmission(await voices('reviewer', req), submission.id)
    if (slug !== 'slogans') await approveSubmission(await voices('reviewer', req, 1), submission.id)
    await approveSubmission(await voices('issuer', req), submission.id)
  })
}

const fillWalls = async (payload: Payload, voices: Voices): Promise<void> => {
  const releases = await rowsOf<ReleaseRow>(payload, 'releases', { sort: '-releasedAt', limit: BIG.postings })
  const [place] = await rowsOf<Row & { unit: string }>(payload, 'places', {
    where: { unit: { exists: true } },
    limit: 1,
  })
  const unit = String(place?.unit)
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) as CivilDate
  await inChunks(payload, releases.length, async (req, index) => {
    const village = await voices('village', req)
    const row = releases[index]
    if (!row) return
    const template = 'notice-a4'
    const code = checkCode(row.id as ReleaseId, template, 1, unit as UnitId, sha256Hex)
    const print = { code, release: row.id, title: row.title, template, templateVersion: 1, unit }
    const at = new Date().toISOString()
    const id = await appendRow(village, 'prints', { ...print, templateName: '告示', at })
    const stored = { ...print, id, at } as PrintRow
    await appendPosting(village, { print: stored, place: String(place?.id), until }, null, Date.now())
  })
  await inChunks(payload, BIG.withdrawn, async (req, index) => {
    const row = releases[index * 3]
    if (row) await withdrawRelease(await voices('issuer', req), row.id, '演练')
  })
}

const env = readEnv(process.env, process.cwd())
const keys = openKeys(env.dataDir)
const objects = openObjects(join(env.dataDir, 'objects'))
const fonts = openFonts(resolve('media/fonts'), objects)
const dictionary = openDictionary(resolve('media/words'))
const child = { file: resolve('dist/image-child.mjs'), execArgv: [] }
const vectors = openVectors(resolve('media/pictures'))
const images = startImages({ child, uploads: join(env.dataDir, 'uploads'), objects, vectors })
const programmes = openProgrammes(objects, fonts)
const cluster = openCluster(systemClock, makeLog('error'))
const print = undefined as never
const pack = undefined as never
const report = undefined as never
const files = openKeptFiles(join(env.dataDir, 'print-jobs'))
fillPorts(
  cmsPorts({
    kinds: KINDS,
    keys,
    images,
    office: { read: () => Promise.reject(new Error('nothing is imported here')) },
    fonts,
    dictionary,
    programmes,
    clock: systemClock,
    print,
    pack,
    report,
    cluster,
    files,
  }).ports,
)
const { payload } = await bootCms(env, keys.payloadSecret)
payload.logger.level = 'error'
const voices = await voicesOf(payload)
const begun = performance.now()
await fillContents(payload, voices)
await fillWalls(payload, voices)
await copyDrafts(payload, BIG.drafts)
const { totalDocs } = await payload.count({ collection: 'releases' })
const { totalDocs: rows } = await payload.count({ collection: 'audit' })
console.log(`${totalDocs} releases, ${rows} rows in the audit, ${Math.round(performance.now() - begun)} ms`)
await payload.destroy()
images.stop()
process.exit(0)
