import type { ReleaseId, Sha256, UnitId } from '../model/ids.ts'

/** No vowels, so no words; of characters that look alike only one (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, V U). */
export const CHECK_ALPHABET = '23456789CDFHJKMNPQRTVWXY'
export const CHECK_LENGTH = 8
const BASE = BigInt(CHECK_ALPHABET.length)

/** What a reader may have taken a printed character for. */
const MISREAD: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', U: 'V', Z: '2' }

/**
 * The eight characters that name release × template version × unit (PRT-1). The same sheet printed again has the same
 * code; 24^8 codes: among 20,000 sheets two share one in less than one town of 500.
 */
export const checkCode = (
  release: ReleaseId,
  template: string,
  version: number,
  unit: UnitId,
  hash: (text: string) => Sha256,
): string => {
  const digest = hash(`silver-shield/check-code\n${JSON.stringify([release, template, version, unit])}`)
  return codeIn(digest, CHECK_LENGTH)
}

/** So many characters of a digest. */
export const codeIn = (digest: Sha256, length: number): string => {
  let rest = BigInt(`0x${digest}`)
  let code = ''
  while (code.length < length) {
    code += CHECK_ALPHABET.charAt(Number(rest % BASE))
    rest /= BASE
  }
  return code
}

/** `7K3D92MQ` → `7K3D-92MQ`; longer ones by fours too. */
export const formatCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/**
 * The code in what somebody typed off a poster, or null: forgives case, spaces, hyphens, full-width characters and the
 * letters a code never has but resembles.
 */
export const parseCode = (text: string, length = CHECK_LENGTH): string | null => {
  if (text.length > 64) return null
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, '')
  const code = Array.from(plain, (c) => MISREAD[c] ?? c).join('')
  const known = code.length === length && Array.from(code).every((c) => CHECK_ALPHABET.includes(c))
  return known ? code : null
}
