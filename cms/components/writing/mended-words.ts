import { isNeeded, type Mend } from '../../../src/text/mend.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

/** More places than these are many of one sort; the text itself shows them. */
const SHOWN = 4

const placeWords = ({ kind, from, to }: Mend, language: DeskLanguage): string => {
  if (kind === 'unseen') return say(language, '删去看不见的字符', 'characters nobody sees taken out')
  if (kind === 'blank')
    return to === ''
      ? say(language, '删去行首空格', 'blanks before a line taken out')
      : say(language, '换成普通空格', 'plain blanks')
  if (kind === 'bullet') return say(language, `删去“${from.trim()}”`, `“${from.trim()}” taken out`)
  return `${from} → ${to}`
}

/** Each sort of place once. */
const placesIn = (mends: readonly Mend[], language: DeskLanguage): string => {
  const words = [...new Set(mends.map((one) => placeWords(one, language)))]
  const more = words.length > SHOWN ? say(language, ' 等', ' and more') : ''
  return words.slice(0, SHOWN).join(say(language, '；', '; ')) + more
}

export const mendedWords = (mends: readonly Mend[], language: DeskLanguage): string => {
  const { length } = mends
  const places = placesIn(mends, language)
  return say(
    language,
    `已替您改了 ${length} 处：${places}`,
    `${length} ${length === 1 ? 'place' : 'places'} put right: ${places}`,
  )
}

/** After 撤销: that the words are as they were typed, and what could not be put back. */
export const putBackWords = (mends: readonly Mend[], language: DeskLanguage): string => {
  const needed = mends.filter(isNeeded)
  if (needed.length === 0) return say(language, '已放回您写的样子', 'As you typed it')
  return say(
    language,
    `已放回您写的样子，只有 ${needed.length} 处必须改：${placesIn(needed, language)}`,
    `As you typed it, but for ${needed.length} that must be put right: ${placesIn(needed, language)}`,
  )
}
