import type { Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

/** Which line of the field a fault means, where it says so. */
const lineOf = ({ hint }: Fault): string => /^line (\d+)$/.exec(hint ?? '')?.[1] ?? ''

export const faultWords = (fault: Fault, language: DeskLanguage): string => {
  const line = lineOf(fault)
  if (line === '') return fault.message
  return say(language, `第 ${line} 行：${fault.message}`, `Line ${line}: ${fault.message}`)
}
