import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWitness } from '../../../src/adapters/cluster/witness.ts'
import type { Witness } from '../../../src/model/cluster.ts'

type Made = {
  readonly name: string
  /** The same lines, as another process finds them. */
  readonly open: (folder: string) => Witness
}

const pathIn = (folder: string): string => join(folder, 'tail.lines')
const MADE: readonly Made[] = [{ name: 'a file', open: (folder) => openWitness(pathIn(folder)) }]

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'silver-shield-witness-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.each(MADE)('a witness in $name', ({ open }) => {
  it('CLU-5 lines are read again as they were written, by whoever opens it next; none were before the first', async () => {
    const witness = open(folder)
    expect(await witness.replay()).toEqual([])
    await Promise.all(['一', 'two', ''].map((line) => witness.append(line)))
    expect(await witness.replay()).toEqual(['一', 'two', ''])
    const again = open(folder)
    await again.append('four')
    expect(await again.replay()).toEqual(['一', 'two', '', 'four'])
    await expect(again.append('a\nb')).rejects.toThrow('line break')
  })

  it('CLU-5 I10 it begins again from lines that stand for all before them', async () => {
    const witness = open(folder)
    for (const line of ['1', '2', '3']) await witness.append(line)
    await witness.restart(['3'])
    await witness.append('4')
    expect(await open(folder).replay()).toEqual(['3', '4'])
  })
})

describe('a witness in a file', () => {
  it('CLU-5 a line that a power cut tore is none, and harms not the next one', async () => {
    const witness = openWitness(pathIn(folder))
    await witness.append('whole')
    appendFileSync(pathIn(folder), 'torn 一')
    const again = openWitness(pathIn(folder))
    expect(await again.replay()).toEqual(['whole'])
    await again.append('next')
    expect(readFileSync(pathIn(folder), 'utf8')).toBe('whole\nnext\n')
  })

  it('CLU-5 it is for its owner alone, and a file that cannot be read is an error, not an empty witness', async () => {
    await openWitness(pathIn(folder)).append('1')
    expect((statSync(pathIn(folder)).mode & 0o777).toString(8)).toBe('600')
    writeFileSync(join(folder, 'file'), '')
    await expect(openWitness(join(folder, 'file', 'x')).replay()).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})
