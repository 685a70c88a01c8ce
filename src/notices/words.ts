/** A notice in words: one line that says it, and what belongs to it. */
import { inSentence, words, type Words } from '../lexicon/words.ts'
import type { Channel, DeliveryState, Notice, NoticeEvent } from './notice.ts'
import { oneLine } from './plain.ts'

/** Events by name, as whoever sets a receiver up chooses them. */
export const EVENT_WORDS: Readonly<Record<NoticeEvent | 'test', Words>> = {
  waiting: words('等审、等签发', 'Waits for somebody'),
  returned: words('被退回', 'Returned'),
  issued: words('已签发', 'Issued'),
  withdrawn: words('已撤下', 'Withdrawn'),
  overdue: words('审核超期', 'Review overdue'),
  expiring: words('快到期', 'Ends soon'),
  test: words('试发', 'Test'),
}

export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  wecom: words('企业微信群机器人', 'WeCom robot'),
  dingtalk: words('钉钉机器人', 'DingTalk robot'),
  generic: words('通用接口（带签名的 JSON）', 'Generic (signed JSON)'),
  mail: words('邮件', 'Mail'),
}

export const DELIVERY_WORDS: Readonly<Record<DeliveryState, Words>> = {
  queued: words('待发', 'Waits'),
  again: words('没送到，再试', 'Failed, tried again'),
  sent: words('对方已收下', 'Taken'),
  failed: words('没送到', 'Given up'),
  dropped: words('不用发了', 'Not sent'),
}

const TITLE = 60
const NAME = 20
const NAMES = 5

export type Told = { readonly headline: Words; readonly lines: readonly Words[] }

const thing = ({ kind, title }: Notice): Words => {
  const said = oneLine(title, TITLE)
  return { zh: `${kind.zh}《${said}》`, en: `${inSentence(kind, 'en')} “${said}”` }
}

const listed = (names: readonly string[]): Words => {
  const said = names.map((name) => oneLine(name, NAME)).filter(Boolean)
  const rest = said.length - NAMES
  const some = said.slice(0, NAMES)
  return rest > 0
    ? words(`${some.join('、')}等 ${said.length} 人`, `${some.join(', ')} and ${rest} more`)
    : words(some.join('、'), some.join(', '))
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

const waits = ({ step }: Notice, { zh, en }: Words): Words =>
  step
    ? words(`${zh}等${step.zh}`, `${en} waits: ${inSentence(step, 'en')}`)
    : words(`${zh}等审`, `${en} waits`)

const ends = (left: number, { zh, en }: Words): Words =>
  left <= 0
    ? words(`${zh}今天到期`, `${en} ends today`)
    : words(`${zh}还有 ${left} 天到期`, `${en} ends in ${days(left)}`)

const capital = ({ zh, en }: Words): Words => words(zh, en.slice(0, 1).toUpperCase() + en.slice(1))

const waitingHeadline = (notice: Notice, what: Words): Words => {
  const said = waits(notice, what)
  if (notice.because === 'hand-over') return words(`转交：${said.zh}`, `Handed over: ${said.en}`)
  if (notice.because === 'remind') return words(`催办：${said.zh}`, `Reminder: ${said.en}`)
  return said
}

const headlineOf = (notice: Notice): Words => {
  const what = thing(notice)
  switch (notice.event) {
    case 'waiting':
      return waitingHeadline(notice, what)
    case 'returned':
      return words(`${what.zh}被退回，请修改`, `${what.en} was returned, to be mended`)
    case 'issued':
      return words(`${what.zh}已签发`, `${what.en} was issued`)
    case 'withdrawn':
      return words(`${what.zh}已撤下`, `${what.en} was withdrawn`)
    case 'overdue': {
      const said = waits(notice, what)
      const count = notice.days ?? 0
      return words(`超期：${said.zh}，已 ${count} 天`, `Overdue: ${said.en}, for ${days(count)}`)
    }
    case 'expiring':
      return ends(notice.days ?? 0, what)
    case 'test':
      return words('试发：收到这一条，就是接通了', 'Test: whoever reads this is connected')
  }
}

const ASKED: Readonly<Record<NoticeEvent | 'test', Words>> = {
  waiting: words('轮到', 'Next'),
  overdue: words('轮到', 'Next'),
  returned: words('编写', 'Written by'),
  issued: words('编写', 'Written by'),
  withdrawn: words('编写', 'Written by'),
  expiring: words('编写', 'Written by'),
  test: words('收件', 'To'),
}

const named = (label: Words, names: readonly string[]): readonly Words[] => {
  const said = listed(names)
  return said.zh === '' ? [] : [words(`${label.zh}：${said.zh}`, `${label.en}: ${said.en}`)]
}

/** Lines hold one line each, whatever stands in titles and names. */
export const wordsOf = (notice: Notice): Told => ({
  headline: capital(headlineOf(notice)),
  lines: [...named(words('经手', 'By'), [notice.by]), ...named(ASKED[notice.event], notice.to)],
})
