/** Which kind of device and browser a person signed in by: enough to know one's own again, and nothing more of it. */

export type DeviceKind = 'computer' | 'phone' | 'tablet' | 'other'
export type Device = { readonly kind: DeviceKind; readonly system: string; readonly browser: string }

type Known = readonly (readonly [mark: RegExp, name: string])[]

/** The first that fits: a browser names those it descends from as well. */
const SYSTEMS: Known = [
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/iPhone|iPod/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/UOS|Kylin|Deepin|Linux|X11/u, 'Linux'],
]
const BROWSERS: Known = [
  [/MicroMessenger/u, 'WeChat'],
  [/DingTalk/u, 'DingTalk'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/QQBrowser/u, 'QQ'],
  [/QIHU|360SE|360EE/u, '360'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrome|CriOS|Chromium/u, 'Chrome'],
  [/Safari/u, 'Safari'],
]

const first = (known: Known, text: string): string => known.find(([mark]) => mark.test(text))?.[1] ?? ''

const kindOf = (system: string, agent: string): DeviceKind => {
  if (system === 'iPad' || (system === 'Android' && !/Mobile/u.test(agent))) return 'tablet'
  if (system === 'iPhone' || system === 'Android') return 'phone'
  if (system === 'HarmonyOS') return /Mobile|Phone/u.test(agent) ? 'phone' : 'tablet'
  return system === '' ? 'other' : 'computer'
}

/** Of a `User-Agent`, whoever wrote it: only names of these lists come out. */
export const deviceOf = (agent: string): Device => {
  const text = agent.slice(0, 500)
  const system = first(SYSTEMS, text)
  return { kind: kindOf(system, text), system, browser: first(BROWSERS, text) }
}

/** As it is kept with a session: `phone/Android/Chrome`. */
export const deviceText = ({ kind, system, browser }: Device): string => [kind, system, browser].join('/')

const KINDS: readonly string[] = ['computer', 'phone', 'tablet', 'other']
const isKind = (kind: string): kind is DeviceKind => KINDS.includes(kind)

/** The same read again; nothing of what is no such text. */
export const deviceIn = (kept: string | null | undefined): Device => {
  const [kind = '', system = '', browser = ''] = (kept ?? '').split('/')
  return isKind(kind) ? { kind, system, browser } : { kind: 'other', system: '', browser: '' }
}
