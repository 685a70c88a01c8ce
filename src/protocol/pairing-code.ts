/** No vowels, so no words; no characters that look alike (RFC 8628 section 6.1). */
export const CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'
export const CODE_LENGTH = 8
/** How long a code lives: 20^8 codes, 10 minutes, a few tries a minute cannot be guessed (CMS-6). */
export const CODE_LIFE_MS = 600_000
