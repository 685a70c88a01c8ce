import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../../src/model/people.ts'
import { ACTS, ROWS, scopeOfAct, scopeOfRows, type Act, type Rows } from '../../../src/review/access.ts'

const rows = Object.keys(ROWS) as Rows[]
const acts = Object.keys(ACTS) as Act[]

const ALL_READ =
  'approvals audit campaigns contents derivations heads hotlines media places playlists poster-templates posting-photos postings prints receipts releases schedules screens submissions terms town units users'
const LOOKS =
  'checks.read code.read content.choose content.paper content.preview content.returned screen.timeline template.thumb'
const SHEETS = 'posting.down posting.put posting.recall print.job print.sheet release.pack'
const DECIDES = 'release.withdraw submission.approve submission.hand-over submission.return'
const WRITES = 'content.check content.import content.submit starter.load submission.remind submission.retract'

type May = { readonly reads: string; readonly writes: string; readonly acts: string }

/** By hand, and not made from the table: whoever adds a role writes down here what it is for. */
const MAY: Readonly<Record<Role, May>> = {
  author: { reads: ALL_READ, writes: 'contents media', acts: `${LOOKS} ${SHEETS} ${WRITES}` },
  reviewer: { reads: ALL_READ, writes: '', acts: `${LOOKS} ${SHEETS} ${DECIDES}` },
  'law-reviewer': { reads: ALL_READ, writes: '', acts: `${LOOKS} ${SHEETS} ${DECIDES}` },
  issuer: { reads: ALL_READ, writes: 'terms', acts: `${LOOKS} ${SHEETS} ${DECIDES}` },
  operator: {
    reads: ALL_READ,
    writes: 'campaigns places playlists schedules',
    acts: `${LOOKS} ${SHEETS} print.villages`,
  },
  administrator: {
    reads: `${ALL_READ} deliveries pairings webhooks`,
    writes: 'campaigns hotlines media places screens terms town units users webhooks',
    acts: `${LOOKS} ${SHEETS} pairing.look print.villages screen.pair screen.unpair starter.load template.install template.judge user.reset-factor user.unlock webhook.try`,
  },
  supervisor: { reads: `${ALL_READ} deliveries pairings`, writes: '', acts: `${LOOKS} posting.recall` },
  'village-author': {
    reads:
      'campaigns contents hotlines media places posting-photos postings prints submissions town units users',
    writes: 'contents media',
    acts: `checks.read code.read content.choose content.paper content.preview content.returned template.thumb ${SHEETS} ${WRITES.replace('starter.load ', '')}`,
  },
  village: {
    reads: 'places posting-photos postings prints town units users',
    writes: '',
    acts: `code.read template.thumb ${SHEETS}`,
  },
}

const named = (names: readonly string[]): string => names.toSorted().join(' ')
const inOrder = (names: string): string => named(names.split(' ').filter((name) => name !== ''))

describe('CMS-97 what each role may, as somebody wrote it down', () => {
  it.each(ROLES)('CMS-97 %s', (role) => {
    const { reads, writes, acts: does } = MAY[role]
    const may = (operation: 'read' | 'update') =>
      rows.filter((name) => !['none', 'self'].includes(scopeOfRows(name, operation, [role])))
    expect(named(may('read'))).toBe(inOrder(reads))
    expect(named(may('update'))).toBe(inOrder(writes))
    expect(named(acts.filter((act) => scopeOfAct(act, [role]) !== 'none'))).toBe(inOrder(does))
  })
})
