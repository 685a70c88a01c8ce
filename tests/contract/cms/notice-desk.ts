/** A town with a robot in a chat group and people who have mailboxes, and nobody outside it. */
import type { DeliveryRow } from '../../../cms/notices/rows.ts'
import { openNotices, type Notices } from '../../../cms/notices/work.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { NOTICE_EVENTS } from '../../../src/notices/index.ts'
import type { PersonName } from '../../builders/people.ts'
import { fakeOutside, type FakeOutside, type Sent } from '../../fakes/outside.ts'
import type { Database } from './databases.ts'
import { openDesk } from './desk.ts'
import { buildPlaceWithScreens, sloganOf } from './rows.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const ROBOT = 'https://robot.test/send?key=abc'

/** What the tests before left open would be told as overdue in the next one. */
const OF_A_TEST = ['submissions', 'approvals', 'releases', 'deliveries', 'webhooks', 'payload-jobs'] as const
const WITH_MAILBOXES = ['author', 'second', 'reviewer', 'issuer'] as const
const NUMBERS = '一二三四五六七八九'

export const said = (one: Sent): string =>
  'mail' in one ? one.subject : (JSON.parse(one.body) as { markdown: { content: string } }).markdown.content

export const idOf = (value: unknown): string => String((value as { id: unknown }).id)

export const openNoticeDesk = async (database: Database) => {
  const desk = await openDesk(database, { publicUrl: 'https://led.town.cn' })
  const hotline = (await buildPlaceWithScreens(desk)).hotline.id
  for (const name of WITH_MAILBOXES)
    await desk.payload.update({
      collection: 'users',
      id: desk.ids[name],
      data: { email: `${name}@town.cn`, mailMe: name !== 'second' },
      overrideAccess: true,
    })
  let outside: FakeOutside = fakeOutside()
  let made = 0
  const open = (leads = true): Notices =>
    openNotices({ payload: desk.payload, after: () => () => undefined, leads: () => leads })
  const notices = open()
  const put = (given: object) => Object.assign(desk.ports, { outside: given })
  const must = async (method: string, path: string, as: PersonName, json: object = {}) => {
    const answer = await desk.rest(method, path, { as, json })
    if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const mails = () => outside.sent.flatMap((one) => ('mail' in one ? [one] : []))
  return {
    ...desk,
    hotline,
    notices,
    open,
    put,
    must,
    outside: () => outside,
    /** Noon of a day of the town, with nothing set up and nothing sent. */
    anew: async () => {
      outside = fakeOutside()
      put(outside)
      desk.ports.clock.set(Math.ceil(desk.ports.now() / DAY) * DAY + 4 * HOUR)
      for (const collection of OF_A_TEST) await desk.payload.db.deleteMany({ collection, where: {} })
      await notices.settled()
    },
    webhook: async (over: object = {}): Promise<string> => {
      const json = { name: '值班群', kind: 'wecom', address: ROBOT, events: [...NOTICE_EVENTS], ...over }
      return idOf((await must('POST', '/webhooks', 'administrator', json))['doc'])
    },
    draft: async (over: object = {}): Promise<string> => {
      made += 1
      const text = `天上第${NUMBERS[made % NUMBERS.length]} 不会掉下`
      const json = { ...sloganOf(hotline, text), accent: '天上', ...over }
      return idOf((await must('POST', '/slogans?draft=true', 'author', json))['doc'])
    },
    submit: async (content: string): Promise<string> =>
      idOf((await must('POST', `/slogans/${content}/submit`, 'author'))['submission']),
    approve: (submission: string, as: PersonName) => must('POST', `/submissions/${submission}/approve`, as),
    deliveries: (): Promise<DeliveryRow[]> => rowsOf<DeliveryRow>(desk.payload, 'deliveries', { sort: 'at' }),
    jobs: () => rowsOf<{ id: string }>(desk.payload, 'payload-jobs', {}),
    mails,
    posts: () => outside.sent.flatMap((one) => ('to' in one ? [one] : [])),
    /** Whom mail went to, and its subject without the name of the content. */
    mailed: () => mails().map(({ mail, subject }) => `${mail} ${subject.replace(/^银盾：标语《.*》/, '')}`),
  }
}

export type NoticeDesk = Awaited<ReturnType<typeof openNoticeDesk>>
