/** The short name by which a person signs in: hanzi, letters and digits, told apart by nothing that eyes cannot see. */

export const SIGN_IN_NAME_MOST = 20

/** One spelling for all ways of typing it: full-width letters, capitals and blanks around it make no other name (PPL-1). */
export const foldedSignIn = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/** Of a folded name; a mail address is none, so no name is another person's address. */
export const isSignInName = (folded: string): boolean =>
  /^[a-z0-9\p{Script=Han}]+$/u.test(folded) && [...folded].length <= SIGN_IN_NAME_MOST
