import type { Role } from '../../src/model/people.ts'

export type PersonSeed = { readonly email: string; readonly name: string; readonly roles: readonly Role[] }

export const PASSWORD = 'correct horse battery'

/** Whom the installer of a real town names. */
export const ADMINISTRATOR = { email: 'first@town.example', username: 'admin', password: PASSWORD }

/** One person a role, a second author, a second reviewer, a second village, and one who holds every role of the town. */
export const PEOPLE = {
  author: { email: 'author@town.test', name: '林编写', roles: ['author'] },
  second: { email: 'second@town.test', name: '周编写', roles: ['author'] },
  reviewer: { email: 'reviewer@town.test', name: '吴审核', roles: ['reviewer'] },
  'second-reviewer': { email: 'second-reviewer@town.test', name: '许审核', roles: ['reviewer'] },
  'law-reviewer': { email: 'law-reviewer@town.test', name: '赵公安', roles: ['law-reviewer'] },
  issuer: { email: 'issuer@town.test', name: '郑签发', roles: ['issuer'] },
  operator: { email: 'operator@town.test', name: '王排播', roles: ['operator'] },
  administrator: { email: 'administrator@town.test', name: '冯管理', roles: ['administrator'] },
  supervisor: { email: 'supervisor@town.test', name: '钱督查', roles: ['supervisor'] },
  'village-author': { email: 'village-author@town.test', name: '田村编', roles: ['village-author'] },
  village: { email: 'village@town.test', name: '孙村居', roles: ['village'] },
  neighbour: { email: 'neighbour@town.test', name: '李村居', roles: ['village'] },
  everything: {
    email: 'everything@town.test',
    name: '陈全能',
    roles: ['author', 'reviewer', 'issuer', 'operator', 'administrator'],
  },
} as const satisfies Record<string, PersonSeed>

export type PersonName = keyof typeof PEOPLE
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[]
