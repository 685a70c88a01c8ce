import type { PayloadRequest } from 'payload'
import { sheetWordsOf } from '../../src/content/index.ts'
import { refuse, RefusalError } from '../../src/errors/refusal.ts'
import type { ReleaseId, UnitId } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { PackSource } from '../../src/pack/index.ts'
import { addressOf, phoneOrigin } from '../../src/poster/address.ts'
import { checkCode, formatCode } from '../../src/poster/check-code.ts'
import { chineseDate } from '../../src/poster/order-faults.ts'
import { requireAct } from '../access/roles.ts'
import { appendAudit } from '../audit/append.ts'
import { ports, type Packed } from '../base/ports.ts'
import { appendRow } from '../records/append.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction } from '../records/transaction.ts'
import { parsedOf } from '../town/frozen.ts'
import { endingNow } from '../town/release-status.ts'
import { readVerified, type Verified } from '../town/verified.ts'
import type { PrintConfig } from './order.ts'
import { isPack, PACK_TEMPLATE } from './prints.ts'
import { issuerOf, readRecords, type Records } from './records.ts'

const CODES = { withdrawn: 'PACK_WITHDRAWN', replaced: 'PACK_REPLACED', expired: 'PACK_EXPIRED' } as const

/** PACK-2: of a release that was verified just now and is in force; refuses PACK_WITHDRAWN, PACK_REPLACED, PACK_EXPIRED. */
const readToPack = async (
  req: PayloadRequest,
  release: string,
  within?: PayloadRequest,
): Promise<Verified> => {
  const verified = await readVerified(req.payload, release, within)
  const { row, frozen, releases } = verified
  const ending = endingNow(releases.endingOf(row), frozen.validUntil, ports().now())
  if (ending) refuse(CODES[ending.why], { got: chineseDate(ending.since) })
  return verified
}

const areaOf = ([page]: readonly Page[]): number => (page ? page.width * page.height : 0)

/** The pages of the largest screen; of two as large, those of the first by name. */
const largestOf = (pages: Readonly<Record<string, readonly Page[]>>): readonly Page[] =>
  Object.entries(pages)
    .toSorted(([a, mine], [b, other]) => areaOf(other) - areaOf(mine) || (a < b ? -1 : 1))
    .map(([, of]) => of)[0] ?? []

/** A pack is one for the whole town: its code is that of the office that answers for the content. */
const unitOf = ({ frozen }: Verified, { units }: Records): string =>
  (units.find(({ id }) => id === frozen.unit) ?? units.find(({ kind }) => kind === 'town') ?? units[0])?.id ??
  refuse('PACK_NO_UNIT')

const codeFor = (release: string, unit: string): string =>
  checkCode(release as ReleaseId, PACK_TEMPLATE.id, PACK_TEMPLATE.version, unit as UnitId, ports().sha256)

const sourceOf = (verified: Verified, records: Records, publicUrl: string, code: string): PackSource => {
  const { row, submission, frozen, releases } = verified
  const { kinds } = ports()
  const kind = kinds.of(frozen.body)
  const parsed = parsedOf(submission)
  if ('code' in parsed) throw new RefusalError(parsed)
  const phone = phoneOrigin(publicUrl)
  return {
    release: row.id,
    digest: row.digest,
    kind: kind.names.zh,
    words: sheetWordsOf(kinds, frozen),
    pictures: kind.pictures(frozen.body),
    pages: largestOf(parsed.pages),
    hotline: frozen.hotline,
    edition: releases.editionOf(row),
    releasedAt: Date.parse(row.releasedAt),
    validUntil: frozen.validUntil,
    issuer: issuerOf(frozen, records),
    town: records.town,
    demo: records.demo,
    code: formatCode(code),
    address: phone ? addressOf(phone, code) : null,
  }
}

type Told = { readonly release: string; readonly title: string; readonly unit: string; readonly code: string }

/** The code and who took it stand in the records before anybody holds the file, while the release is in force. */
const register = (req: PayloadRequest, { release, title, unit, code }: Told, sha256: string): Promise<void> =>
  inTransaction(req, async () => {
    await readToPack(req, release, req)
    const [there] = await rowsOf<{ release: string; template: string }>(req.payload, 'prints', {
      where: { code: { equals: code } },
      req,
    })
    if (there && (String(there.release) !== release || !isPack(there)))
      refuse('PRINT_CODE_TAKEN', { got: formatCode(code) })
    if (!there)
      await appendRow(req, 'prints', {
        code,
        release,
        title,
        template: PACK_TEMPLATE.id,
        templateName: PACK_TEMPLATE.name,
        templateVersion: PACK_TEMPLATE.version,
        unit,
        printedBy: req.user?.id ?? null,
        at: new Date(ports().now()).toISOString(),
      })
    const detail = `${formatCode(code)} ${sha256}`
    await appendAudit(req, { action: 'release.pack', subject: `releases/${release}`, detail })
  })

/** PACK-1 to PACK-5: one release as a file for WeChat and newspapers. */
export const packRelease = async (
  req: PayloadRequest,
  { publicUrl }: PrintConfig,
  release: string,
): Promise<Packed> => {
  requireAct(req, 'release.pack')
  const pack = ports().pack ?? refuse('INTERNAL', { hint: 'nothing packs in this process' })
  const verified = await readToPack(req, release)
  const records = await readRecords(req.payload, phoneOrigin(publicUrl)?.origin ?? null)
  const unit = unitOf(verified, records)
  const code = codeFor(release, unit)
  const source = sourceOf(verified, records, publicUrl, code)
  const packed = await pack(source)
  try {
    await register(req, { release, title: source.words.title, unit, code }, packed.sha256)
  } catch (error) {
    await packed.drop()
    throw error
  }
  return packed
}
