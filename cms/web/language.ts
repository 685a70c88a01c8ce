/** The two languages of the desk; anything but English reads Chinese. */
export type DeskLanguage = 'zh' | 'en'

export const deskLanguage = (code: string | undefined): DeskLanguage => (code === 'en' ? 'en' : 'zh')

/** Picks one of two texts. */
export const say = (language: DeskLanguage, zh: string, en: string): string => (language === 'zh' ? zh : en)

type DayAndTime = { readonly day: string; readonly time: string }

const formatIn = (locale: string, month: 'numeric' | 'short') =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month,
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })

/** Made once: a list tells thousands of times with them. */
const FORMATS = { zh: formatIn('zh-CN', 'numeric'), en: formatIn('en-GB', 'short') } as const

const partsOf = (iso: string, language: DeskLanguage): DayAndTime | null => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return null
  const parts = FORMATS[language].formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? ''
  const day =
    language === 'zh'
      ? `${part('year')}年${part('month')}月${part('day')}日`
      : `${part('day')} ${part('month')} ${part('year')}`
  return { day, time: `${part('hour')}:${part('minute')}` }
}

/** `2026年11月23日`, or `23 Nov 2026`, always in the town's zone; nothing for what is no instant. */
export const dayWords = (iso: string, language: DeskLanguage): string => partsOf(iso, language)?.day ?? ''

/** `08:00` in the town's zone, in either language; nothing for what is no instant. */
export const timeWords = (iso: string): string => partsOf(iso, 'zh')?.time ?? ''

/** `11月23日`, or `23 Nov`: of what happened lately, where the year goes without saying. */
export const shortDay = (iso: string, language: DeskLanguage): string => {
  const day = dayWords(iso, language)
  return language === 'zh' ? day.replace(/^\d+年/, '') : day.replace(/ \d+$/, '')
}

/** `2026年11月23日 08:00`, or `23 Nov 2026, 08:00`, always in the town's zone. */
export const dayAndTime = (iso: string, language: DeskLanguage): string => {
  const found = partsOf(iso, language)
  return found ? `${found.day}${language === 'zh' ? ' ' : ', '}${found.time}` : ''
}
