/** What a person who reads Chinese alone must never meet on a page (DESK-81). */

/** Words of other letters that stand on paper and boxes as they are. */
const ALLOWED = new Set(
  'LED PDF AI zip QR A2 A3 A4 A5 A6 B5 Excel Word WeChat Silver Shield px KB MB mm CMYK JPEG PNG HEIC HTTPS English'.split(
    ' ',
  ),
)
const ADDRESSES =
  /[\w.+-]+@[\w.-]+|(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/[\w/.-]*)?|https?:\/\/\S+|\d+\.\d+\.\d+\.\d+(?::\d+)?\S*/g

/** Of sheets and screens: read by one person to another. */
const CODES = /\b[A-Z2-9]{4}-?[A-Z2-9]{4}\b/g

const KINDS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['id', /[0-9a-f]{8}-[0-9a-f]{4}-|\b[0-9a-f]{24}\b/gi],
  ['hash', /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b/gi],
  ['object', /\[object \w+\]/g],
  ['format string', /\{\{?\w+\}\}?|%[sd]\b/g],
  ['no value', /\b(?:undefined|null|NaN|Invalid Date)\b/g],
]

/** Each as `kind: what`, once. */
export const strangeIn = (text: string): readonly string[] => {
  const bare = text.replace(ADDRESSES, ' ').replace(CODES, ' ')
  const found = KINDS.flatMap(([name, pattern]) =>
    (bare.match(pattern) ?? []).map((what) => `${name}: ${what}`),
  )
  const rest = KINDS.reduce((left, [, pattern]) => left.replace(pattern, ' '), bare)
  const foreign = (rest.match(/[A-Za-z][A-Za-z0-9]+(?:[ '-][A-Za-z][A-Za-z0-9]+)*/g) ?? []).flatMap(
    (phrase) => (phrase.split(/[ -]/).every((word) => ALLOWED.has(word)) ? [] : [`English: ${phrase}`]),
  )
  return [...new Set([...found, ...foreign])]
}
