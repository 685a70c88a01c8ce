import type { Role } from '../../src/model/people.ts'

export type PersonSeed = {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly unit: string
}

/** Six people, one a role: author, reviewer and issuer must be three (CMS-11). Names are made up. */
export const PEOPLE: readonly PersonSeed[] = [
  { role: 'author', name: '周小敏', email: 'author@wujian.example', unit: '平安办（镇专项办）' },
  { role: 'reviewer', name: '何思远', email: 'reviewer@wujian.example', unit: '司法所' },
  { role: 'issuer', name: '江一涛', email: 'issuer@wujian.example', unit: '党政办' },
  { role: 'operator', name: '吴晓婷', email: 'operator@wujian.example', unit: '文服中心' },
  {
    role: 'administrator',
    name: '郑明凯',
    email: 'administrator@wujian.example',
    unit: '平安办（镇专项办）',
  },
  { role: 'village', name: '孙玉梅', email: 'village@wujian.example', unit: '石桥村' },
]
