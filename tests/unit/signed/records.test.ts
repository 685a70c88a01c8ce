import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentId, SubmissionId } from '../../../src/model/ids.ts'
import { DIGESTED } from '../../../src/programme/digest.ts'
import { RECORDS, WIRE, type RecordKind } from '../../../src/signed/list.ts'
import { firstRecordText, recordBody, recordText } from '../../../src/signed/records.ts'
import { sha256 } from '../../builders/programme.ts'

const kinds = Object.keys(RECORDS) as RecordKind[]
const anyRow = (kind: RecordKind) =>
  fc.record(
    Object.fromEntries(RECORDS[kind].fields.map((field) => [field, fc.string()])),
  ) as fc.Arbitrary<never>

describe('PRG-2 every signature says what it is for', () => {
  it('PRG-2 no two things that are signed or digested share a domain', () => {
    const domains = [
      ...Object.values(WIRE).map(({ domain }) => domain),
      ...Object.values(RECORDS).flatMap(({ domain, before }) => [domain, before]),
    ]
    expect(new Set(domains).size).toBe(domains.length)
    // A digest of today is signed in nothing of today; the first release and submission had names of their own too.
    const today = new Set<string>(
      [...Object.values(WIRE), ...Object.values(RECORDS)].map(({ domain }) => domain),
    )
    expect(Object.values(DIGESTED).filter((domain) => today.has(domain))).toEqual([])
  })

  it('PRG-2 the kind stands inside the bytes, so that no two kinds ever have the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom(...kinds), fc.string(), (a, b, value) => {
        const row = (kind: RecordKind) =>
          Object.fromEntries(RECORDS[kind].fields.map((field) => [field, value])) as never
        expect((JSON.parse(recordBody(a, row(a))) as { is: string }).is).toBe(RECORDS[a].domain)
        expect(recordBody(a, row(a)) === recordBody(b, row(b))).toBe(a === b)
        expect(recordText(a, row(a)) === recordText(b, row(b))).toBe(a === b)
      }),
    )
  })

  it('PRG-2 a change of any field changes the text, and what is no field changes nothing', () => {
    for (const kind of kinds)
      fc.assert(
        fc.property(anyRow(kind), fc.constantFrom(...RECORDS[kind].fields), (row: object, field) => {
          const text = recordText(kind, row as never)
          expect(recordText(kind, { ...row, more: 1 } as never)).toBe(text)
          expect(recordText(kind, { ...row, [field]: 'another, longer than any' } as never)).not.toBe(text)
        }),
        { numRuns: 20 },
      )
  })

  it('PRG-2 CNT-1 a member that came later leaves the bytes of rows without it as they were', () => {
    for (const kind of kinds)
      fc.assert(
        fc.property(anyRow(kind), fc.string({ minLength: 1 }), (row: object, value) => {
          const { later } = RECORDS[kind]
          const text = recordText(kind, row as never)
          for (const name of later) {
            expect(recordText(kind, { ...row, [name]: null } as never)).toBe(text)
            const more = recordText(kind, { ...row, [name]: value } as never)
            expect(more).not.toBe(text)
            expect(JSON.parse(recordBody(kind, { ...row, [name]: value } as never))).toMatchObject({
              [name]: value,
            })
          }
        }),
        { numRuns: 20 },
      )
    expect(RECORDS.approval.later).toEqual(['confirmed', 'pins', 'to'])
    const said = {
      submission: 's',
      content: 'c',
      decision: 'return',
      by: 'b',
      at: 't',
      comment: '',
      digest: 'd',
    }
    expect(recordBody('approval', said)).toBe(
      '{"at":"t","by":"b","comment":"","content":"c","decision":"return","digest":"d","is":"silver-shield/approval/2","submission":"s"}',
    )
  })

  it('PRG-2 what was signed while there was one key is read as it was written', () => {
    const digest = sha256('x')
    const row = {
      submission: 's1' as SubmissionId,
      content: 'c1' as ContentId,
      digest,
      releasedAt: 5,
      more: 1,
    }
    expect(firstRecordText('release', row)).toBe(
      `silver-shield/release/1\n{"content":"c1","digest":"${digest}","releasedAt":5,"submission":"s1"}`,
    )
    expect(firstRecordText('audit', { hash: 'abc' })).toBe('silver-shield/audit/1\nabc')
    expect(recordText('release', row)).toBe(
      `silver-shield/release/2\n{"content":"c1","digest":"${digest}","is":"silver-shield/release/2","releasedAt":5,"submission":"s1"}`,
    )
  })

  it('CNT-1 CHK-16 a decision that answers for nothing has the bytes it always had; what it answers for is covered', () => {
    const row = {
      submission: 's',
      content: 'c',
      decision: 'approve',
      by: 'u',
      at: 't',
      comment: '',
      digest: 'd',
    }
    const before =
      'silver-shield/approval/2\n{"at":"t","by":"u","comment":"","content":"c","decision":"approve","digest":"d","is":"silver-shield/approval/2","submission":"s"}'
    expect(recordText('approval', row)).toBe(before)
    expect(recordText('approval', { ...row, confirmed: '[]' })).toBe(
      before.replace('"content"', '"confirmed":"[]","content"'),
    )
  })
})
