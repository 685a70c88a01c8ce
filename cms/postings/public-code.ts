import type { PayloadRequest } from 'payload'
import { titleOf } from '../../src/content/index.ts'
import type { HotlineWords } from '../../src/model/content.ts'
import { formatCode } from '../../src/poster/check-code.ts'
import { mayAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { originOf, type PrintConfig } from '../print/order.ts'
import { placesFor } from './places.ts'
import { isPack, printByCode } from '../print/prints.ts'
import { takeLookup } from './rate.ts'
import { issuerOf, nameOfUnit, readRecords } from '../print/records.ts'
import { endingNow, type Ending } from '../town/release-status.ts'
import { readVerified } from '../town/verified.ts'
import { printsFor } from '../print/who.ts'

export type CodeTold = {
  /** `7K3D-92MQ`. */
  readonly code: string
  readonly title: string
  readonly issuer: string
  readonly unit: string
  readonly edition: number
  /** Of an article for newspapers and WeChat; missing: of a sheet. */
  readonly packed?: true
  readonly state: 'valid' | Ending['why']
  /** ISO instant it ended; null while valid. */
  readonly since: string | null
  readonly hotlines: readonly HotlineWords[]
  readonly mayPost: boolean
  /** The places to choose from; only for people who may record a posting here. */
  readonly places?: readonly { readonly id: string; readonly name: string }[]
  /** Last day such a sheet may hang, an ISO instant; only for people who may record a posting here. */
  readonly validUntil?: string | null
}

const POLICE: HotlineWords = { prompt: '正在被骗、已经转钱，马上打', number: '110' }

/**
 * What the code of a sheet tells anybody who holds the sheet. It names no person and keeps nothing of who asked
 * (PST-8). Verified as for printing: a content that was edited behind the product is not vouched for (I8).
 */
export const readCode = async (
  req: PayloadRequest,
  config: PrintConfig,
  typed: string,
): Promise<CodeTold> => {
  const now = ports().now()
  // People who hang sheets are signed in, so the limit for strangers is not theirs.
  if (!mayAct(req.user, 'posting.put')) await takeLookup()
  const print = await printByCode(req, typed)
  const { row, frozen, releases } = await readVerified(req.payload, String(print.release))
  const records = await readRecords(req.payload, originOf(config))
  const ending = endingNow(releases.endingOf(row), frozen.validUntil, now)
  const unit = String(print.unit)
  const packed = isPack(print)
  const mayPost = !packed && ending === null && printsFor(req.user, unit)
  const { hotline } = frozen
  return {
    code: formatCode(print.code),
    title: titleOf(ports().kinds, frozen),
    issuer: issuerOf(frozen, records),
    unit: nameOfUnit(records, unit),
    edition: releases.editionOf(row),
    ...(packed && { packed }),
    state: ending?.why ?? 'valid',
    since: ending ? new Date(ending.since).toISOString() : null,
    hotlines: hotline.number === POLICE.number ? [hotline] : [hotline, POLICE],
    mayPost,
    ...(mayPost && {
      places: (await placesFor(req, unit)).map(({ id, name }) => ({ id, name })),
      validUntil: frozen.validUntil === null ? null : new Date(frozen.validUntil).toISOString(),
    }),
  }
}
