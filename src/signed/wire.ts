/** Domains of what travels between town and screen. They stand alone, for the player carries no more than it needs. */

/** Signed by the heads key, which screens pin. */
export const HEAD_DOMAIN = 'silver-shield/head/1'
/** Signed by the heads key. */
export const CLOCK_DOMAIN = 'silver-shield/clock/1'
/** Signed by the device's own key. */
export const PROOF_DOMAIN = 'silver-shield/prove/1'

/** The exact text of a signature: what it is for stands before the bytes (PRG-2). */
export const signedText = (domain: string, body: string): string => `${domain}\n${body}`
