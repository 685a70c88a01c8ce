/** Words of people on their way into the text of another product. */

/** Marks that a robot's markdown, or a chat that looks for links and names, would act on, as their wide twins. */
const WIDE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'!#&()*+<=>@[\\]^_`{|}~'].map((mark) => [mark, String.fromCharCode(mark.charCodeAt(0) + 0xfee0)]),
)
const MARKS = /[!#&()*+<=>@[\\\]^_`{|}~]/gu
/** What nobody sees and what turns the direction of the line. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const BREAKS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu

/** One line of at most `most` characters without anything unseen; the rest is cut with a mark. */
export const oneLine = (text: string, most: number): string => {
  const line = [...text.replace(BREAKS, ' ').replace(UNSEEN, '').trim()]
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('')
}

/** The same where markdown is read: no mark in it means anything, and no address in it becomes a link (NTC-2). */
export const inMarkdown = (text: string): string =>
  text.replace(MARKS, (mark) => WIDE[mark] ?? '').replaceAll('://', '：//')
