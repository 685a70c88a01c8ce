import type { Refusal } from '../errors/refusal.ts'

/** A sheet of a file for many units, and what is told beside it. */
export type ToldSheet = { readonly unit: string; readonly warnings: readonly Refusal[] }

/** So many are named; a header carries the rest no further. */
const NAMED = 12

const unitsIn = (units: readonly string[], more: string, comma: string): string =>
  units.slice(0, NAMED).join(comma) + (units.length > NAMED ? more : '')

/**
 * What is told beside one file of many sheets: once what holds for all of them, with the names of the units what holds
 * for some (PRT-25).
 */
export const toldTogether = (sheets: readonly ToldSheet[]): readonly Refusal[] => {
  const units = new Map<string, { readonly warning: Refusal; readonly of: string[] }>()
  for (const { unit, warnings } of sheets)
    for (const warning of warnings) {
      const key = JSON.stringify(warning)
      const known = units.get(key) ?? { warning, of: [] }
      units.set(key, known)
      known.of.push(unit)
    }
  return [...units.values()].map(({ warning, of }) =>
    of.length === sheets.length
      ? warning
      : {
          ...warning,
          message_zh: `${unitsIn(of, `等 ${of.length} 个村居`, '、')}：${warning.message_zh}`,
          message_en: `${unitsIn(of, ` and others, ${of.length} in all`, ', ')}: ${warning.message_en}`,
        },
  )
}
