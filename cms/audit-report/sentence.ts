import { inSentence } from '../../src/lexicon/words.ts'
import { say, type DeskLanguage } from '../web/language.ts'
import type { ToldAct } from './read.ts'

/** What was done to what, without who did it: `修改 案例“…”`. */
export const sentenceOf = ({ act, kind, name }: ToldAct, language: DeskLanguage): string => {
  const quoted = name === '' ? '' : say(language, `“${name}”`, ` “${name}”`)
  const thing = inSentence({ zh: kind, en: kind }, language)
  return `${act}${kind === '' ? '' : say(language, thing, ` ${thing}`)}${quoted}`
}
