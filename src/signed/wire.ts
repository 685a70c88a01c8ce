/** Domains of what travels between town and screen. They stand alone, for the player carries no more than it needs. */

/** Signed by the heads key, which screens pin. */
export const HEAD_DOMAIN = 'silver-shield/head/1'
/** Signed by the heads key. */
export const CLOCK_DOMAIN = 'silver-shield/clock/1'
/** Signed by the device's own key. */
export const PROOF_DOMAIN = 'silver-shield/prove/1'

/** Wire 2 (docs/wire-2.md): signed by the recovery key, which screens pin there. */
export const ROTATION_DOMAIN = 'silver-shield/rotation/2'
/** Signed by the heads key of a rotation record. */
export const HEAD_2_DOMAIN = 'silver-shield/head/2'
export const SUCCESSION_DOMAIN = 'silver-shield/succession/2'
export const ASSIGNMENT_DOMAIN = 'silver-shield/assignment/2'
export const HINT_DOMAIN = 'silver-shield/hint/2'
export const WITHDRAWING_DOMAIN = 'silver-shield/withdrawing/2'
/** Of a text that both ends sign, each under its own name. */
export const HANDSHAKE_DOMAIN = 'silver-shield/handshake/2'
export const SERVER_HANDSHAKE_DOMAIN = 'silver-shield/handshake/2/server'
export const DEVICE_HANDSHAKE_DOMAIN = 'silver-shield/handshake/2/device'
/** Named or compared, and signed by nobody. */
export const WITHDRAWN_DOMAIN = 'silver-shield/withdrawn/2'
export const PAIRING_DOMAIN = 'silver-shield/pairing/2'
/** Objects of a programme: only their name is in what is signed. */
export const SKELETON_DOMAIN = 'silver-shield/skeleton/2'
export const DAY_DOMAIN = 'silver-shield/day/2'
export const LOOP_DOMAIN = 'silver-shield/loop/2'

/** The exact text of a signature: what it is for stands before the bytes (PRG-2). */
export const signedText = (domain: string, body: string): string => `${domain}\n${body}`
