import { RECEIPT_STAGES, type ReceiptStage } from '../../../src/model/receipt.ts'

/** A row of `receipts` at depth 0. */
export type Receipt = { readonly screen: string; readonly sequence: number } & {
  readonly [Stage in ReceiptStage as `${Stage}At`]?: string | null
}

/** The members of a row of `heads` that say which screens were told to play which programme. */
export type HeadRow = { readonly sequence: number; readonly programme: string; readonly screens: string }

export type Reached = { readonly stage: ReceiptStage; readonly at: string }

const rank = (row: Receipt): number => RECEIPT_STAGES.findLastIndex((stage) => row[`${stage}At`])

/** The furthest stage of a receipt and when it was reached; undefined when it has none. */
export const reachedBy = (row: Receipt): Reached | undefined => {
  const stage = RECEIPT_STAGES[rank(row)]
  const at = stage && row[`${stage}At`]
  return stage && at ? { stage, at } : undefined
}

/** The screens a head was for. */
export const screensOf = ({ screens }: HeadRow): readonly string[] => {
  try {
    return JSON.parse(screens) as readonly string[]
  } catch {
    return []
  }
}

/** The newest head of each screen: what it should be playing. */
export const newestHeads = (heads: readonly HeadRow[]): ReadonlyMap<string, HeadRow> => {
  const found = new Map<string, HeadRow>()
  for (const head of heads.toSorted((a, b) => b.sequence - a.sequence))
    for (const screen of screensOf(head)) if (!found.has(screen)) found.set(screen, head)
  return found
}

/**
 * DESK-8: of the screens whose newest head has a programme in `carrying`, how far each came with any such programme;
 * undefined for a screen that has told nothing.
 */
export const progressOf = (
  heads: readonly HeadRow[],
  receipts: readonly Receipt[],
  carrying: ReadonlySet<string>,
): ReadonlyMap<string, Reached | undefined> => {
  const sequences = new Set(heads.filter((head) => carrying.has(head.programme)).map((head) => head.sequence))
  const furthest = (screen: string): Receipt | undefined =>
    receipts
      .filter((row) => row.screen === screen && sequences.has(row.sequence))
      .toSorted((a, b) => rank(b) - rank(a) || b.sequence - a.sequence)[0]
  const due = [...newestHeads(heads)].filter(([, head]) => carrying.has(head.programme))
  return new Map(
    due.map(([screen]) => {
      const row = furthest(screen)
      return [screen, row && reachedBy(row)] as const
    }),
  )
}
