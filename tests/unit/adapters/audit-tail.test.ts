import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openKeptTail } from '../../../src/adapters/town/audit-tail.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'silver-shield-tail-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const tail = (seq: number) => ({ seq, hash: String(seq).padStart(64, 'a') })

it('ADP-35 the last tail counts, after a restart as well; none is the beginning of the chain', async () => {
  const first = openKeptTail(folder)
  expect(await first.read()).toEqual({ seq: 0, hash: '0'.repeat(64) })
  await first.keep(tail(3))
  await first.keep(tail(7))
  expect(await openKeptTail(folder).read()).toEqual(tail(7))
})

it('ADP-35 what the version before wrote is taken up, until there is a newer one', async () => {
  writeFileSync(join(folder, 'audit-tail.json'), JSON.stringify(tail(12)))
  const kept = openKeptTail(folder)
  expect(await kept.read()).toEqual(tail(12))
  await kept.keep(tail(13))
  expect(await openKeptTail(folder).read()).toEqual(tail(13))
})

it('ADP-35 I10 the file stays small, and a line that is no tail is passed over', async () => {
  const kept = openKeptTail(folder)
  for (let seq = 1; seq <= 210; seq += 1) await kept.keep(tail(seq))
  const file = join(folder, 'audit-tail.lines')
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(202)
  expect(await kept.read()).toEqual(tail(210))
  writeFileSync(file, `${JSON.stringify(tail(210))}\nnonsense\n{"seq":"1"}\n`)
  expect(await kept.read()).toEqual(tail(210))
})
