import type { Role } from '../../src/model/people.ts'

export type PersonSeed = {
  readonly role: Role
  readonly name: string
  /** By which he signs in. */
  readonly username: string
  readonly unit: string
}

/** Eight people, one a role: author, reviewer and issuer must be three (CMS-11). Names are made up. */
export const PEOPLE: readonly PersonSeed[] = [
  { role: 'author', name: '周小敏', username: 'author', unit: '平安办（镇专项办）' },
  { role: 'reviewer', name: '何思远', username: 'reviewer', unit: '司法所' },
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
]
