/** Codes that prove a second factor, as people type them, and a secret as they read it off. */

/** Of an authenticator on a phone: digits, a new number each period. */
export const CODE_DIGITS = 6
export const CODE_SECONDS = 30

/** Codes on paper for the day the phone is lost. */
export const RECOVERY_CODES = 10
export const RECOVERY_LENGTH = 10
/** No two of them look alike. */
export const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** How long a secret that was shown waits for its first code. */
export const PENDING_MINUTES = 15
/** How long a session counts as freshly proven. */
export const FRESH_MINUTES = 15

export type TypedCode = { readonly is: 'one-time' | 'recovery'; readonly code: string }

const ONE_TIME = new RegExp(`^\\d{${CODE_DIGITS}}$`)
const RECOVERY = new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_LENGTH}}$`)

/** What was typed, full width or in groups; null for what can be neither code. */
export const typedCode = (typed: string): TypedCode | null => {
  const code = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
  if (ONE_TIME.test(code)) return { is: 'one-time', code }
  return RECOVERY.test(code) ? { is: 'recovery', code } : null
}

/** `abcde-fghjk`: as it is shown and written down. */
export const recoveryShown = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** `JBSW Y3DP …`: a secret that is typed by hand. */
export const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

/** Whether a session proven at `provenAt` still counts at `now`; a clock that was set back proves nothing. */
export const isFresh = (provenAt: number | null, now: number): boolean =>
  provenAt !== null && now >= provenAt && now - provenAt <= FRESH_MINUTES * 60_000
