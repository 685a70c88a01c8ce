const UNSEEN = /[\p{C}\p{Z}]/u
const MOST = 10

const named = (character: string): string =>
  UNSEEN.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character

/** `𠮷 😱 U+200B`: what is not seen has a name too, else the sentence ends in nothing. */
export const namedCharacters = (characters: readonly string[]): string =>
  characters.slice(0, MOST).map(named).join(' ')
