import { say, type DeskLanguage } from '../../web/language.ts'
import type { Missing } from './looked.ts'
import type { Sight } from './sight.ts'

/** Why 通过 cannot be pressed, in a sentence, or that it can (DESK-61). */
export const missingWords = (
  missing: Missing,
  sight: Sight,
  isIssue: boolean,
  language: DeskLanguage,
): string => {
  const verb = isIssue ? '签发' : '通过'
  const english = isIssue ? 'issued' : 'passed'
  if (sight === 'broken')
    return say(
      language,
      `这一页没有显示完整，请刷新页面，看全了才能${verb}。`,
      `This page is not whole: reload; it can be ${english} once all is seen.`,
    )
  if (!missing) return say(language, `都看过了，可以${verb}。`, `All seen: it can be ${english}.`)
  const zh = [
    ...(missing.looks > 0 ? [`还有 ${missing.looks} 页没看`] : []),
    ...(missing.unanswered > 0 ? [`还有 ${missing.unanswered} 处要回答`] : []),
  ]
  const en = [
    ...(missing.looks > 0 ? [`${missing.looks} pages not seen`] : []),
    ...(missing.unanswered > 0 ? [`${missing.unanswered} questions not answered`] : []),
  ]
  const end = missing.unanswered === 0 ? `看完就能${verb}` : `之后才能${verb}`
  return say(language, `${zh.join('，')}，${end}。`, `${en.join(', ')}; then it can be ${english}.`)
}
