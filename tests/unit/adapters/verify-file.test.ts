import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeys, sha256Hex } from '../../../src/adapters/disk/keys.ts'
import { fileLookWords, verifyFile } from '../../../src/adapters/report/verify-file.ts'
import { withSaid, type Statement } from '../../../src/report/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'silver-shield-verify-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF')
const STATEMENT: Statement = {
  code: '7K3D92MQ4F8H',
  pdf: sha256Hex(PDF),
  rows: 'b'.repeat(64),
  count: '12',
  head: '340',
  headHash: 'c'.repeat(64),
  at: '2026-11-30T04:00:00.000Z',
  asked: '',
  by: 'u1',
  name: '周督查',
}

const town = (name: string): string => join(folder, name)
const look = (bytes: Uint8Array, dataDir: string) => {
  const path = join(folder, 'file.pdf')
  writeFileSync(path, bytes)
  return verifyFile(path, dataDir)
}

describe('AUD-5 a technician without a server', () => {
  it('AUD-5 the town’s own file is whole; a byte, another town’s key and a line that is gone are told', () => {
    const [ours, theirs] = [openKeys(town('ours')), openKeys(town('theirs'))]
    const file = withSaid(PDF, { statement: STATEMENT, signature: ours.records.sign('report', STATEMENT) })
    expect(look(file, town('ours'))).toEqual({ at: 'whole', statement: STATEMENT })
    expect(fileLookWords(look(file, town('ours'))).join('\n')).toContain('周督查')
    const changed = Uint8Array.from(file, (byte, i) => (i === 5 ? byte ^ 1 : byte))
    expect(look(changed, town('ours')).at).toBe('altered')
    expect(look(file, town('theirs')).at).toBe('foreign')
    const foreign = withSaid(PDF, {
      statement: STATEMENT,
      signature: theirs.records.sign('report', STATEMENT),
    })
    expect(look(foreign, town('ours')).at).toBe('foreign')
    // The key of the screens signs no exports.
    const heads = ours.heads.sign('silver-shield/report/2', JSON.stringify(STATEMENT))
    expect(look(withSaid(PDF, { statement: STATEMENT, signature: heads }), town('ours')).at).toBe('foreign')
    expect(look(PDF, town('ours')).at).toBe('unsigned')
  })

  it('AUD-5 where there is no town nothing is made', () => {
    expect(look(PDF, town('none')).at).toBe('no-town')
    expect(existsSync(town('none'))).toBe(false)
    expect(verifyFile(join(folder, 'absent.pdf'), town('ours')).at).toBe('no-file')
  })
})
