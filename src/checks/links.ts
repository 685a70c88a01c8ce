import type { Found } from './finding.ts'
import type { Town } from './known.ts'
import type { Passage } from './passage.ts'

const ENDS =
  'com|cn|net|org|gov|edu|info|top|vip|xyz|cc|me|app|shop|site|club|online|link|io|co|tv|wang|ltd|icu|work|tech|fun|store|live|pro|ink|mobi|asia|hk|tw|ru|us|uk|ly'

/** Dots as they are disguised between Latin letters. */
const DOT = String.raw`\s?[.。·•点]\s?`

const ADDRESS = new RegExp(
  String.raw`(?:https?:?/{1,2}|www${DOT})[A-Za-z0-9](?:[A-Za-z0-9\-_/?=&%#]|${DOT}(?=[A-Za-z0-9]))*` +
    String.raw`|(?<![A-Za-z0-9])[A-Za-z0-9\-]+(?:${DOT}[A-Za-z0-9\-]+)*${DOT}(?:${ENDS})(?![A-Za-z0-9])(?:/[A-Za-z0-9\-_/?=&%#.]*)?` +
    String.raw`|[A-Za-z0-9._\-]+\s?@\s?[A-Za-z0-9\-]+(?:${DOT}[A-Za-z0-9\-]+)+`,
  'gi',
)

/** An account of a chat program: its name and what follows. */
const ACCOUNT =
  /(?:微信|薇信|威信|VX|weixin|wechat|QQ|扣扣|抖音|快手|支付宝)(?:号|群|账号|帐号)?[是为加:\s]{0,3}[A-Za-z0-9][A-Za-z0-9_-]{4,19}/gi

const hostOf = (address: string): string =>
  address
    .replace(/\s/g, '')
    .replace(/[。·•点]/g, '.')
    .replace(/^https?:?\/{1,2}/i, '')
    .replace(/^.*@/, '')
    .replace(/[/?#].*$/, '')
    .toLowerCase()

/** The state's own hosts, and those of the town and below them. */
export const isLetHost = (host: string, hosts: readonly string[]): boolean =>
  [...hosts, 'gov.cn'].some((one) => host === one || host.endsWith(`.${one}`))

const SCAN =
  /扫(?:一扫|描)?(?:下方|下面|右侧|左侧|图中|这个|此|我的|本)?(?:二维码|条码|码)|扫一扫|长按(?:识别|图片|二维码)/g

/** Words by which a clause warns of scanning, or tells what the swindler wants. */
const WARNS = /[不别勿莫]|谨慎|警惕|小心|当心|骗|让|叫|要求|诱导|引导|对方|陌生|冒充|假/

const clauseOf = (text: string, start: number, end: number): string => {
  const before = /[^。!?;\n]*$/.exec(text.slice(0, start))?.[0] ?? ''
  return before + (/^[^。!?;\n]*/.exec(text.slice(end))?.[0] ?? '')
}

const isQuoted = (text: string, start: number): boolean => {
  const before = text.slice(0, start)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

const scansIn = (passage: Passage): readonly Found[] => {
  const { text, words } = passage
  if (words.every(({ quoted }) => quoted)) return []
  return [...text.matchAll(SCAN)]
    .filter(
      ({ index, 0: one }) => !isQuoted(text, index) && !WARNS.test(clauseOf(text, index, index + one.length)),
    )
    .flatMap(({ index, 0: one }) =>
      passage.placesOf(index, index + one.length).map((place) => ({ ...place, code: 'CHECK_SCAN' as const })),
    )
}

/** Addresses and accounts off the list, and words that ask people to scan (CHK-8). */
export const linksIn = (passage: Passage, { hosts }: Town): readonly Found[] => {
  const { text } = passage
  const links = [...text.matchAll(ADDRESS)].filter(({ 0: one }) => !isLetHost(hostOf(one), hosts))
  const places = [...links, ...text.matchAll(ACCOUNT)].flatMap(({ index, 0: one }) =>
    passage.placesOf(index, index + one.length),
  )
  return [...places.map((place) => ({ ...place, code: 'CHECK_LINK' as const })), ...scansIn(passage)]
}
