import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeys } from '../../../src/adapters/disk/keys.ts'
import { signWith } from '../../../src/adapters/disk/ed25519.ts'
import { firstRecordText } from '../../../src/signed/records.ts'

const BODY = { name: '五间镇' }
const SAID = {
  submission: 's',
  content: 'c',
  decision: 'approve',
  by: 'b',
  at: 'a',
  comment: '',
  digest: 'd',
}

describe('PRG-10 two keys', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'silver-shield-keys-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** A data folder of the time of one key, and what its key signs. */
  const oldTown = () => {
    openKeys(folder)
    for (const name of ['records.pem', 'records-since']) rmSync(join(folder, 'keys', name))
    const key = createPrivateKey(readFileSync(join(folder, 'keys', 'town.pem')))
    return (at: number) => ({ at, signature: signWith(key, firstRecordText('approval', SAID)) })
  }

  it('PRG-10 a new town signs its records with a key that signs no head, and believes no other for them', () => {
    const { heads, records } = openKeys(folder)
    const signature = records.sign('town', BODY)
    expect(records.holds('town', BODY, signature, null)).toBe(true)
    expect(records.holds('unit', { name: '五间镇', kind: '', fullName: '' }, signature, null)).toBe(false)
    const key = createPrivateKey(readFileSync(join(folder, 'keys', 'town.pem')))
    for (const at of [null, 0, 5])
      expect(records.holds('town', BODY, signWith(key, firstRecordText('town', BODY)), at)).toBe(false)
    expect(heads.holds('silver-shield/town/2', 'x', signature)).toBe(false)
  })

  it('PRG-10 what the one key signed holds by its date, before the day of the second key and not after', () => {
    const signedAt = oldTown()
    const { heads, records } = openKeys(folder)
    const held = ({ at, signature }: ReturnType<typeof signedAt>) =>
      records.holds('approval', SAID, signature, at)
    expect(held(signedAt(10))).toBe(true)
    records.begin(1000)
    records.begin(99_999)
    expect([999, 1000, 5000].map((at) => held(signedAt(at)))).toEqual([true, false, false])
    const again = openKeys(folder)
    const later = (at: number) => again.records.holds('approval', SAID, signedAt(at).signature, at)
    expect([999, 1000].map(later)).toEqual([true, false])
    expect(again.heads.publicKey).toBe(heads.publicKey)
    expect(again.records.holds('approval', SAID, records.sign('approval', SAID), 5000)).toBe(true)
  })

  it('PRG-10 a first start that is cut short between the two keys leaves a new town, not one of before', () => {
    mkdirSync(join(folder, 'keys'))
    writeFileSync(join(folder, 'keys', 'records.pem'), 'cut short')
    expect(() => openKeys(folder)).toThrow('DATA_DIR_UNUSABLE')
    rmSync(join(folder, 'keys', 'records.pem'))
    const key = createPrivateKey(readFileSync(join(folder, 'keys', 'town.pem')))
    const { records } = openKeys(folder)
    expect(records.begun()).toBe(true)
    expect(records.holds('town', BODY, signWith(key, firstRecordText('town', BODY)), null)).toBe(false)
  })

  it('PRG-10 a damaged key is named and left as it is', () => {
    openKeys(folder)
    const path = join(folder, 'keys', 'records.pem')
    writeFileSync(path, 'no key')
    expect(() => openKeys(folder)).toThrow('DATA_DIR_UNUSABLE')
    expect(readFileSync(path, 'utf8')).toBe('no key')
    writeFileSync(path, generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }))
    expect(() => openKeys(folder)).toThrow('DATA_DIR_UNUSABLE')
  })
})
