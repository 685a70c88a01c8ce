/** What a bench says: rows with goals, a table for people, JSON for machines. */
import { writeFileSync } from 'node:fs'

export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** Upper bound, in `unit`; a lower one where `atLeast` is set. */
  readonly goal: number
  readonly atLeast?: true
  readonly pass: boolean
  /** The control measured in turns in the same run, and its value. */
  readonly control?: { readonly name: string; readonly value: number; readonly ratio: number }
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const row = (
  name: string,
  value: number,
  unit: string,
  goal: number,
  control?: { name: string; value: number },
): Row => ({
  name,
  value: Math.round(value * 10) / 10,
  unit,
  goal,
  pass: value <= goal,
  ...(control
    ? {
        control: {
          ...control,
          value: Math.round(control.value * 10) / 10,
          ratio: Math.round((value / control.value) * 100) / 100,
        },
      }
    : {}),
})

/** A row whose goal is a lower bound. */
export const atLeast = (name: string, value: number, unit: string, goal: number): Row => ({
  ...row(name, value, unit, goal),
  pass: value >= goal,
  atLeast: true,
})

const cells = ({ name, value, unit, goal, pass, control, ...rest }: Row): readonly string[] => [
  name,
  `${value} ${unit}`,
  `${rest.atLeast ? '≥' : '≤'} ${goal} ${unit}`,
  pass ? '✓' : '✗',
  control ? `${control.ratio} × ${control.name} (${control.value} ${unit})` : '',
]

const HEAD = ['what', 'measured', 'goal', '', 'ratio to control']

export const printRows = (rows: readonly Row[]): void => {
  const table = [HEAD, ...rows.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length)))
  for (const line of table)
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

/** Prints, writes `--json <file>` when asked, and leaves with 1 when a goal was missed. */
export const finish = (rows: readonly Row[], argv: readonly string[]): void => {
  printRows(rows)
  const at = argv.indexOf('--json')
  const file = at >= 0 ? argv[at + 1] : undefined
  if (file) writeFileSync(file, `${JSON.stringify({ rows }, null, 2)}\n`)
  process.exitCode = rows.every(({ pass }) => pass) ? 0 : 1
}
