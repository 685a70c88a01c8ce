import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rightsOf } from '../../../../cms/access/menu.ts'
import { isLit, menuOf, records, settings, type Entry } from '../../../../cms/base/menu.ts'
import { KINDS } from '../../../../src/content/index.ts'
import { ROLES, type Role } from '../../../../src/model/people.ts'
import { takesSteps } from '../../../../src/review/policy.ts'

const personWith = (roles: readonly Role[]) => ({ id: 'p', roles }) as never
const entriesOf = (roles: readonly Role[]): readonly Entry[] =>
  menuOf(rightsOf(personWith(roles)), KINDS, takesSteps({ id: 'p', roles })).flatMap(({ entries }) => entries)
const names = (roles: readonly Role[]) => entriesOf(roles).map(({ words }) => words.zh)

/** Every address of the desk that any role has an entry or a link for. */
const addresses = (): readonly string[] => {
  const all = rightsOf(personWith(ROLES))
  const links = [...entriesOf(ROLES), ...settings(all), ...records(all)].flatMap(({ lit }) => lit)
  return [...new Set(links)].flatMap((one) => [one, `${one}/0f3b`])
}

describe('DESK-43 the menu', () => {
  it('DESK-43 has at most fifteen entries whatever roles somebody holds', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        expect(entriesOf(roles).length).toBeLessThanOrEqual(15)
        expect(new Set(entriesOf(roles).map(({ href }) => href)).size).toBe(entriesOf(roles).length)
      }),
    )
  })

  it('DESK-43 lights one entry at most, on a list and on each of its rows', () => {
    const everywhere = addresses()
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        const entries = entriesOf(roles)
        for (const here of everywhere)
          expect(entries.filter((entry) => isLit(entry, here)).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('DESK-43 PPL-7 each role has what it can do something with, and records stand under 管', () => {
    const printed = ['打印海报', '张贴清单', '要换下的']
    const written = ['今天', '案例', '套路揭秘', '标语', '图片', '屏']
    expect(names(['author'])).toEqual([...written, ...printed, '设置和记录'])
    for (const absent of ['播放单', '排播', '等我审']) expect(names(['author'])).not.toContain(absent)
    expect(names(['reviewer'])).toEqual(expect.arrayContaining(['今天', '等我审', '屏', '要换下的']))
    for (const absent of ['案例', '播放单', '图片']) expect(names(['reviewer'])).not.toContain(absent)
    expect(names(['operator'])).toEqual(
      expect.arrayContaining(['播放单', '排播', '专项行动', '屏', '打印海报']),
    )
    expect(names(['operator'])).not.toContain('等我审')
    expect(names(['administrator'])).not.toContain('等我审')
    expect(names(['village'])).toEqual(['今天', '打印海报', '张贴清单', '要换下的'])
    expect(names(['village-author'])).toEqual(['今天', '案例', '套路揭秘', '标语', '图片', ...printed])
    expect(names([])).toEqual(expect.arrayContaining(['今天']))
    expect(names([])).not.toContain('设置和记录')
    const looked = ['播放单', '排播', '专项行动', '屏', '要换下的', '设置和记录']
    expect(names(['supervisor'])).toEqual(['今天', '案例', '套路揭秘', '标语', '图片', ...looked])
    const links = records(rightsOf(personWith(['reviewer']))).map(({ words }) => words.zh)
    expect(links).toEqual(expect.arrayContaining(['审核意见', '回执', '操作记录']))
    expect(settings(rightsOf(personWith(['reviewer'])))).toEqual([])
  })
})
