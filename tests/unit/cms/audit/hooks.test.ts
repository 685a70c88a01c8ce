import { describe, expect, it } from 'vitest'
import { auditBody } from '../../../../cms/audit/append.ts'
import { changedFields } from '../../../../cms/audit/hooks.ts'

describe('audit', () => {
  it('CMS-70 names the fields that differ, and a linked row counts as its id', () => {
    const unit = { id: 'u1', name: '镇', updatedAt: 'x' }
    expect(changedFields({ title: 'a', unit: 'u1', n: 1 }, { title: 'b', unit, n: 1 })).toEqual(['title'])
    expect(
      changedFields(
        { entries: [{ relationTo: 'cases', value: 'c' }] },
        { entries: [{ relationTo: 'cases', value: { id: 'c', updatedAt: 'x' } }] },
      ),
    ).toEqual([])
    expect(
      changedFields({ steps: [{ id: '1', heSays: 'a' }] }, { steps: [{ id: '1', heSays: 'b' }] }),
    ).toEqual(['steps'])
    expect(changedFields({ photo: null }, {})).toEqual([])
  })

  it('CMS-70 what the server writes by itself is no change', () => {
    expect(
      changedFields(
        { updatedAt: 'a', sessions: [1], _status: 'draft' },
        { updatedAt: 'b', sessions: [], _status: 'published' },
      ),
    ).toEqual([])
  })

  it('I12 the hash of a row covers every part of it', () => {
    const row = {
      seq: 1,
      at: 't',
      actor: 'u',
      actorName: 'n',
      action: 'a',
      subject: 's',
      detail: 'd',
      prev: 'p',
    }
    for (const name of Object.keys(row) as (keyof typeof row)[])
      expect(auditBody({ ...row, [name]: name === 'seq' ? 2 : 'other' })).not.toBe(auditBody(row))
  })
})
