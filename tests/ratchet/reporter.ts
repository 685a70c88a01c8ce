/** Writes down what each file of a run took, for scripts/ratchet.mjs. */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

type Spent = { readonly lane: string; readonly file: string; readonly cpu: number; readonly wall: number }

/** A fixed piece of work of the kind tests do; resolves to the milliseconds of CPU it took here and now. */
const control = (): number => {
  const from = process.cpuUsage()
  let rows = Array.from({ length: 2_000 }, (_, id) => ({ id, name: `row ${id}`, tags: [id % 7, id % 11] }))
  for (let turn = 0; turn < 4; turn += 1)
    rows = (JSON.parse(JSON.stringify(rows)) as typeof rows).toSorted((a, b) => b.name.localeCompare(a.name))
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

export default class SpentReporter implements Reporter {
  readonly #spent: Spent[] = []
  readonly #controls: number[] = [control()]

  onTestModuleEnd(module: TestModule): void {
    const { cpu = 0 } = module.meta() as { readonly cpu?: number }
    const { duration } = module.diagnostic()
    this.#spent.push({ lane: module.project.name, file: module.relativeModuleId, cpu, wall: duration / 1000 })
    this.#controls.push(control())
    // Each time, so that a run which is broken off has told what it took so far.
    const to = process.env['SPENT_REPORT']
    if (to) writeFileSync(to, JSON.stringify({ spent: this.#spent, controls: this.#controls }))
  }
}
