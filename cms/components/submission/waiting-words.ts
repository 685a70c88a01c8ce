import { say, type DeskLanguage } from '../../web/language.ts'
import type { waitFrom } from '../../workflow/waiting.ts'

/** `已等 3 天`; what came today waits, and no day of it is told. */
export const waitingWords = (days: number, language: DeskLanguage): string => {
  if (days === 0) return say(language, '今天送到', 'Here since today')
  return say(language, `已等 ${days} 天`, days === 1 ? 'Waits for 1 day' : `Waits for ${days} days`)
}

/** The same, and that it is longer than the town allows. */
export const pressingWords = (
  { days, isOverdue }: ReturnType<typeof waitFrom>,
  language: DeskLanguage,
): string => `${waitingWords(days, language)}${isOverdue ? say(language, '，已超期', ', overdue') : ''}`
