import type { Role } from '../../src/model/people.ts'

export type PersonSeed = {
  readonly role: Role
  readonly name: string
  /** By which he signs in. */
  readonly username: string
  readonly unit: string
}

/** One a role, and a second reviewer: nobody takes two steps of one content (CMS-11). Names are made up. */
export const PEOPLE = [
  { role: 'author', name: '周小敏', username: 'author', unit: '平安办（镇专项办）' },
  { role: 'reviewer', name: '何思远', username: 'reviewer', unit: '司法所' },
  { role: 'reviewer', name: '罗雅琴', username: 'reviewer2', unit: '社事办' },
  { role: 'law-reviewer', name: '赵卫国', username: 'police', unit: '派出所' },
  { role: 'issuer', name: '江一涛', username: 'issuer', unit: '党政办' },
  { role: 'operator', name: '吴晓婷', username: 'operator', unit: '文服中心' },
  {
    role: 'administrator',
    name: '郑明凯',
    username: 'admin',
    unit: '平安办（镇专项办）',
  },
  { role: 'supervisor', name: '高建平', username: 'supervisor', unit: '党政办' },
  { role: 'village-author', name: '田春华', username: 'writer', unit: '石桥村' },
  { role: 'village', name: '孙玉梅', username: 'village', unit: '石桥村' },
] as const satisfies readonly PersonSeed[]

export type Username = (typeof PEOPLE)[number]['username']
