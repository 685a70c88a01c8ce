import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { ReleaseId, UnitId } from '../../src/model/ids.ts'
import { checkCode, formatCode, parseCode } from '../../src/poster/check-code.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction } from '../records/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { ports, type PrintOrder } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { printEngine, templateOf } from './order.ts'
import { readInForce } from '../town/verified.ts'

/** One check code: a release on a template for a unit, whoever printed it, however often. */
export type PrintRow = {
  readonly id: string
  readonly code: string
  readonly release: string
  readonly title: string
  readonly template: string
  readonly templateVersion: number
  readonly unit: string
  readonly printedBy?: string | null
  readonly at: string
}

/** A pack for newspapers is no sheet, yet has a code and a row as one of no template of the library. */
export const PACK_TEMPLATE = { id: 'pack', version: 1, name: '打包稿（公众号、报纸）' } as const

export const isPack = ({ template }: Pick<PrintRow, 'template'>): boolean => template === PACK_TEMPLATE.id

const rowFor = async (order: PrintOrder) => {
  const { version, name_zh } = await templateOf(order.choice.template)
  return {
    code: await printEngine().codeOf(order),
    release: order.source.release,
    title: order.source.words.title,
    template: order.choice.template,
    templateName: name_zh,
    templateVersion: version,
    unit: order.source.unit.id,
  }
}

const NAMED = ['release', 'template', 'templateVersion', 'unit'] as const

const withCodes = (req: PayloadRequest, codes: readonly string[]): Promise<PrintRow[]> =>
  rowsOf<PrintRow>(req.payload, 'prints', { where: { code: { in: [...codes] } }, req })

const append = (req: PayloadRequest, orders: readonly PrintOrder[]): Promise<readonly string[]> =>
  inTransaction(req, async () => {
    // All villages' sheets take seconds: what was withdrawn meanwhile leaves the house no more.
    for (const release of new Set(orders.map(({ source }) => source.release)))
      await readInForce(req.payload, release, req)
    const wanted = await Promise.all(orders.map(rowFor))
    const codes = wanted.map(({ code }) => code)
    const known = new Map((await withCodes(req, codes)).map((row) => [row.code, row]))
    for (const row of wanted) {
      const there = known.get(row.code)
      // Two sheets of one code would answer for each other.
      if (there && NAMED.some((name) => String(there[name]) !== String(row[name])))
        refuse('PRINT_CODE_TAKEN', { got: formatCode(row.code) })
      if (there) continue
      const at = new Date(ports().now()).toISOString()
      const id = await appendRow(req, 'prints', { ...row, printedBy: req.user?.id ?? null, at })
      known.set(row.code, { ...row, id, at })
    }
    const [first] = orders
    if (first)
      await appendAudit(req, {
        action: 'print',
        subject: `releases/${first.source.release}`,
        detail: `${first.choice.template} ${first.choice.size} ${codes.map(formatCode).join(' ')}`,
      })
    return codes
  })

/**
 * PST-5: the codes of `orders` stand in the records before anybody holds the sheets, while they are in force (PST-4);
 * once each, whoever else prints the same sheet at the same time. Another process may have been first (the index says so): then its row is found.
 */
export const registerPrints = async (
  req: PayloadRequest,
  orders: readonly PrintOrder[],
): Promise<readonly string[]> => {
  try {
    return await append(req, orders)
  } catch (error) {
    const codes = new Set(await Promise.all(orders.map((order) => printEngine().codeOf(order))))
    const missing = codes.size - (await withCodes(req, [...codes])).length
    if (missing > 0) throw error
    return append(req, orders)
  }
}

/** The code is made of what it names, so a row that was edited or made up behind the product names nothing (I8). */
const isOwnCode = (row: PrintRow): boolean => {
  const [release, unit] = [String(row.release) as ReleaseId, String(row.unit) as UnitId]
  return checkCode(release, row.template, row.templateVersion, unit, ports().sha256) === row.code
}

/** The print a typed code names; refuses PRINT_CODE_UNKNOWN. */
export const printByCode = async (req: PayloadRequest, typed: string): Promise<PrintRow> => {
  const code = parseCode(typed)
  const [row] = code === null ? [] : await withCodes(req, [code])
  return row && isOwnCode(row) ? row : refuse('PRINT_CODE_UNKNOWN', { field: 'code' })
}
