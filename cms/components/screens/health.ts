import { say, type DeskLanguage } from '../../web/language.ts'

/** As much of a device's report (the wire's `DeviceReport`) as the desk speaks of. Sizes in CSS pixels. */
export type Report = {
  readonly window: { readonly width: number; readonly height: number }
  readonly devicePixelRatio: number
  /** false on plain http from another host. */
  readonly secureContext: boolean
}

export type Sentence = { readonly tone: 'done' | 'care'; readonly text: string }

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** The device's report as stored, or undefined when there is none or it has another shape. */
export const readReport = (text: unknown): Report | undefined => {
  if (typeof text !== 'string' || text === '') return undefined
  try {
    const report = record(JSON.parse(text))
    if (typeof report['devicePixelRatio'] !== 'number' || typeof report['secureContext'] !== 'boolean')
      return undefined
    return report as unknown as Report
  } catch {
    return undefined
  }
}

/** What the installer must know of a screen, each a sentence. Sizes in panel pixels. */
export const sentencesOf = (
  report: Report,
  panel: { readonly width: number; readonly height: number },
  language: DeskLanguage,
): readonly Sentence[] => {
  const found: Sentence[] = []
  const care = (zh: string, en: string) => found.push({ tone: 'care', text: say(language, zh, en) })
  const done = (zh: string, en: string) => found.push({ tone: 'done', text: say(language, zh, en) })
  if (report.secureContext)
    done(
      '断网、断电重启后，没有服务器也能照常播放。',
      'After a restart it plays on, even without the server.',
    )
  else
    care(
      '用的是普通 http 地址：断网照常播放，但断网时重启就要等服务器回来。',
      'It uses plain http: it plays on without the network, but a restart then needs the server.',
    )
  const dpr = report.devicePixelRatio
  if (dpr !== 1)
    care(
      `设备把画面放大了 ${dpr} 倍，请在系统显示设置里改成 100%，否则灯点对不齐。`,
      `The device scales by ${dpr}; set it to 100 % or the picture will not meet the lamps.`,
    )
  const { width, height } = report.window
  if (width * dpr < panel.width || height * dpr < panel.height)
    care(
      `播放窗口只有 ${width}×${height}，比屏（${panel.width}×${panel.height}）小，边上会缺一块。`,
      `The window is ${width}×${height}, smaller than the panel (${panel.width}×${panel.height}): the edge is cut off.`,
    )
  return found
}
