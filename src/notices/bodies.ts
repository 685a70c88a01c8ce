/** What is put on the wire for each kind of receiver. Nothing here reads a clock or makes a signature. */
import { inMarkdown, oneLine } from './plain.ts'
import type { Notice, WebhookKind } from './notice.ts'
import { wordsOf } from './words.ts'

/** Of the town's own page; null where phones have no address to come by (PUBLIC_URL). */
type Link = string | null

const linkOf = ({ path }: Notice, origin: string): Link => (origin ? `${origin}${path}` : null)

/** Robots in security by keyword take what holds this word. */
const PRODUCT = '银盾'

/** JSON of our own, for whoever writes a program. Members are only ever added. */
const generic = (notice: Notice, link: Link): object => {
  const { headline, lines } = wordsOf(notice)
  return {
    id: notice.id,
    event: notice.event,
    at: new Date(notice.at).toISOString(),
    ...(notice.because && { because: notice.because }),
    kind: notice.kind,
    title: oneLine(notice.title, 200),
    by: oneLine(notice.by, 40),
    to: notice.to.map((name) => oneLine(name, 40)),
    ...(notice.days !== undefined && { days: notice.days }),
    words: {
      zh: [headline.zh, ...lines.map(({ zh }) => zh)].join('\n'),
      en: [headline.en, ...lines.map(({ en }) => en)].join('\n'),
    },
    link,
  }
}

const open = (link: Link): readonly string[] => (link === null ? [] : [`[打开](${link})`])

/** 企业微信群机器人: at most 4096 bytes of markdown. */
const wecom = (notice: Notice, link: Link): object => {
  const { headline, lines } = wordsOf(notice)
  const said = lines.map(({ zh }) => `> ${inMarkdown(zh)}`)
  const content = [`**${PRODUCT}：${inMarkdown(headline.zh)}**`, ...said, ...open(link)].join('\n')
  return { msgtype: 'markdown', markdown: { content } }
}

/** 钉钉机器人. Its paragraphs are parted by an empty line. */
const dingtalk = (notice: Notice, link: Link): object => {
  const { headline, lines } = wordsOf(notice)
  const title = `${PRODUCT}：${inMarkdown(headline.zh)}`
  const said = lines.map(({ zh }) => inMarkdown(zh))
  return {
    msgtype: 'markdown',
    markdown: { title, text: [`#### ${title}`, ...said, ...open(link)].join('\n\n') },
  }
}

const BODIES = { generic, wecom, dingtalk } as const

/** The JSON text that a receiver of this kind takes. `origin` is PUBLIC_URL, or empty. */
export const bodyFor = (kind: WebhookKind, notice: Notice, origin: string): string =>
  JSON.stringify(BODIES[kind](notice, linkOf(notice, origin)))

export type Mail = { readonly subject: string; readonly text: string }

/** Both languages, the town's first. The subject is one line, whatever the title holds. */
export const mailFor = (notice: Notice, origin: string): Mail => {
  const { headline, lines } = wordsOf(notice)
  const link = linkOf(notice, origin)
  const ends = link === null ? [] : [link]
  const zh = [headline.zh, ...lines.map((line) => line.zh)]
  const en = [headline.en, ...lines.map((line) => line.en)]
  const foot = '不想再收：在“我的账号”里取消“发邮件给我”。To stop these, untick it on your account.'
  return {
    subject: oneLine(`${PRODUCT}：${headline.zh}`, 120),
    text: [...zh, ...ends, '', ...en, '', foot, `#${notice.id}`, ''].join('\n'),
  }
}
