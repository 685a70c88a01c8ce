import { LEVEL_WORDS } from '../../../../src/lexicon/playing.ts'
import { panelWords } from '../../../../src/lexicon/screens.ts'
import { inSentence } from '../../../../src/lexicon/words.ts'
import { LEVELS } from '../../../../src/model/level.ts'
import type { DemoScreen } from '../../../../src/model/demo-feed.ts'
import type { FrameState } from './frame-state.ts'

export type Language = 'zh' | 'en'

/** Everything the page says itself; events bring their own two languages. */
export const WORDS = {
  zh: {
    product: '银盾',
    live: '现场大屏',
    demo: '演示',
    admin: '进入管理后台',
    other: 'English',
    justNow: '刚刚发生',
    nothingYet: '还没有动静。到管理后台签发一件内容，大屏和这里会马上变。',
    noStream: '暂时连不上服务器，正在重连。大屏照常播放。',
    noWall: '还拿不到大屏名单，正在重试。',
    unplug: '拔网线',
    plug: '插回',
    unplugged: (screen: string) => `${screen} 断网，照常播放`,
    plugged: (screen: string) => `${screen} 网线插回`,
    loading: '正在打开',
    playing: '正在播放',
    safe: '备用画面',
    dark: '闭屏时段',
    cutFor: (minutes: number) => (minutes < 1 ? '刚断网，照常播放' : `断网 ${minutes} 分钟，照常播放`),
    offline: '离线，照常播放',
    shown: (shown: number, of: number, slowest: string | null) =>
      `${shown} / ${of} 块屏已显示${slowest === null ? '' : `，最慢 ${slowest} 秒`}`,
  },
  en: {
    product: 'Silver Shield',
    live: 'The screens, live',
    demo: 'Demo',
    admin: 'Open the desk',
    other: '中文',
    justNow: 'Just now',
    nothingYet: 'Nothing yet. Issue a piece at the desk: the screens and this list change at once.',
    noStream: 'No connection to the server, trying again. The screens play on.',
    noWall: 'The list of screens is not to be had yet, trying again.',
    unplug: 'Unplug',
    plug: 'Plug in',
    unplugged: (screen: string) => `${screen} is cut off and plays on`,
    plugged: (screen: string) => `${screen} is plugged in again`,
    loading: 'opening',
    playing: 'playing',
    safe: 'stand-by picture',
    dark: 'dark by its hours',
    cutFor: (minutes: number) =>
      minutes < 1 ? 'just cut off, plays on' : `cut off for ${minutes} min, plays on`,
    offline: 'offline, plays on',
    shown: (shown: number, of: number, slowest: string | null) =>
      `shown on ${shown} of ${of} screens${slowest === null ? '' : `, slowest ${slowest} s`}`,
  },
} as const

/** `1280×720 全彩 P4`. */
export const gridWords = (screen: DemoScreen, language: Language): string =>
  `${screen.width}×${screen.height} ${inSentence(panelWords(screen), language)} P${screen.pitchMm}`

/** What one frame does, in words. `cutSince` is the instant its cable was pulled, or null. */
export const stateWords = (
  state: FrameState | undefined,
  cutSince: number | null,
  now: number,
  language: Language,
): string => {
  const words = WORDS[language]
  if (cutSince !== null) return words.cutFor(Math.floor((now - cutSince) / 60_000))
  if (!state) return words.loading
  if (state.dark) return words.dark
  if (!state.online) return words.offline
  if (state.kind !== 'page' || state.release === null) return words.safe
  const level = LEVELS.find((name) => name === state.level)
  return level === undefined
    ? words.playing
    : `${words.playing} · ${inSentence(LEVEL_WORDS[level], language)}`
}

/** Seconds with one decimal, or null while nothing was measured. */
export const secondsWords = (ms: number | undefined): string | null =>
  ms === undefined ? null : (ms / 1000).toFixed(1)
