import type { HangingSheet } from '../../postings/recall.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

const listed = (names: readonly string[], language: DeskLanguage): string =>
  names.join(language === 'zh' ? '、' : ', ')

/** Before 撤下: what it will take off, by name. */
export const willTakeOff = (
  screens: readonly string[],
  sheets: readonly HangingSheet[],
  language: DeskLanguage,
): readonly string[] => [
  screens.length === 0
    ? say(language, '现在没有屏在放它。', 'No screen plays it now.')
    : say(
        language,
        `撤下以后，${screens.length} 块屏不再放它：${listed(screens, language)}。`,
        `Withdrawn, it goes off ${screens.length} screens: ${listed(screens, language)}.`,
      ),
  sheets.length === 0
    ? say(language, '没有张贴着的海报要取下。', 'No poster hangs that must come down.')
    : say(
        language,
        `${sheets.length} 处海报要取下：${listed(placesOf(sheets), language)}。`,
        `${sheets.length} posters must come down: ${listed(placesOf(sheets), language)}.`,
      ),
]

/** A place with several sheets is named once. */
const placesOf = (sheets: readonly HangingSheet[]): readonly string[] => [
  ...new Set(sheets.map(({ place }) => place)),
]

export type TakenOff = { readonly name: string; readonly isOff: boolean }

/** After 撤下: where it is off, where nobody knows yet, and what still hangs. */
export const tookOff = (
  screens: readonly TakenOff[],
  sheets: readonly HangingSheet[],
  language: DeskLanguage,
): readonly string[] => {
  const off = screens.filter(({ isOff }) => isOff).map(({ name }) => name)
  const waiting = screens.filter(({ isOff }) => !isOff).map(({ name }) => name)
  return [
    ...(screens.length === 0 ? [say(language, '撤下时没有屏在放它。', 'No screen played it.')] : []),
    ...(off.length > 0
      ? [say(language, `已不再放：${listed(off, language)}。`, `Off now: ${listed(off, language)}.`)]
      : []),
    ...(waiting.length > 0
      ? [
          say(
            language,
            `还没有回执，连上就撤：${listed(waiting, language)}。`,
            `No word yet, off as soon as they are back: ${listed(waiting, language)}.`,
          ),
        ]
      : []),
    ...(sheets.length > 0
      ? [
          say(
            language,
            `还有 ${sheets.length} 处海报要取下：${listed(placesOf(sheets), language)}。`,
            `${sheets.length} posters still to take down: ${listed(placesOf(sheets), language)}.`,
          ),
        ]
      : []),
  ]
}
