/** The two languages of the desk; anything but English reads Chinese. */
export type DeskLanguage = 'zh' | 'en'

export const deskLanguage = (code: string | undefined): DeskLanguage => (code === 'en' ? 'en' : 'zh')

/** Picks one of two texts. */
export const say = (language: DeskLanguage, zh: string, en: string): string => (language === 'zh' ? zh : en)

/** `2026年11月23日 08:00`, or `23 Nov 2026, 08:00`, always in the town's zone. */
export const dayAndTime = (iso: string, language: DeskLanguage): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  const parts = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? ''
  const time = `${part('hour')}:${part('minute')}`
  return language === 'zh'
    ? `${part('year')}年${part('month')}月${part('day')}日 ${time}`
    : `${part('day')} ${part('month')} ${part('year')}, ${time}`
}
