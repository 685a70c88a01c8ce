/** What axe finds that keeps people out: https://github.com/dequelabs/axe-core, whose script runs in the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** Put into each page before its own scripts. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Fault = {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}
type Axe = { readonly run: (options: unknown) => Promise<{ readonly violations: readonly Fault[] }> }

/** Faults called critical or serious, one for each element. */
export const seriousOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: Axe }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'critical' || impact === 'serious')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`))
  })
