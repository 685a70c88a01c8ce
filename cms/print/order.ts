import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { UnitId } from '../../src/model/ids.ts'
import { phoneOrigin } from '../../src/poster/address.ts'
import type { PrintChoice } from '../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../src/poster/template.ts'
import { ports, type PrintOrder, type PrintPort } from '../base/ports.ts'
import type { BulkChoice } from './choice.ts'
import { readRecords, sourceOf } from './records.ts'
import { readInForce } from '../town/verified.ts'
import { printsForAll, refuseOtherUnit, requirePrinter } from './who.ts'

/** `publicUrl` as configured; empty when unknown. */
export type PrintConfig = { readonly publicUrl: string }

export const printEngine = (): PrintPort =>
  ports().print ?? refuse('INTERNAL', { hint: 'no print desk in this process' })

export const originOf = ({ publicUrl }: PrintConfig): string | null => phoneOrigin(publicUrl)?.origin ?? null

/** Refuses PRINT_TEMPLATE_UNKNOWN. */
export const templateOf = async (id: string): Promise<TemplateSchema> =>
  (await printEngine().templates()).find((schema) => schema.id === id) ??
  refuse('PRINT_TEMPLATE_UNKNOWN', { field: 'template', got: id })

type ForUnits = { readonly choice: Omit<PrintChoice, 'unit'>; readonly units: 'all' | readonly string[] }

/**
 * One order a unit, of a release verified just now and of the records as they are (I8). Refuses what is no longer in
 * force, and units that are not the person's own.
 */
const readOrders = async (
  req: PayloadRequest,
  config: PrintConfig,
  { choice, units }: ForUnits,
): Promise<readonly PrintOrder[]> => {
  const user = requirePrinter(req)
  if (units === 'all') {
    if (!printsForAll(user)) refuse('PRINT_OTHER_UNIT', { field: 'units' })
  } else for (const unit of units) refuseOtherUnit(user, unit)
  await templateOf(choice.template)
  const verified = await readInForce(req.payload, choice.release)
  const records = await readRecords(req.payload, originOf(config))
  const ids =
    units === 'all' ? records.units.filter(({ kind }) => kind === 'village').map(({ id }) => id) : units
  if (ids.length === 0) refuse('TEXT_EMPTY', { field: 'units' })
  return ids.map((unit) => ({
    choice: { ...choice, unit: unit as UnitId },
    source: sourceOf(verified, records, unit),
  }))
}

export const readOrder = async (
  req: PayloadRequest,
  config: PrintConfig,
  { unit, ...choice }: PrintChoice,
): Promise<PrintOrder> => {
  const [order] = await readOrders(req, config, { choice, units: [unit] })
  return order ?? refuse('PRINT_NOT_RELEASED')
}

export const readBulk = (
  req: PayloadRequest,
  config: PrintConfig,
  { choice, units }: BulkChoice,
): Promise<readonly PrintOrder[]> => readOrders(req, config, { choice, units })
