/** The letters of a code alone, as stored and as compared: people type spaces, hyphens, full width and small letters. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z]/gu, '')

/** Fingerprints are shown in groups of four; only the digits count. */
export const plainFingerprint = (shown: string): string => shown.toUpperCase().replace(/[^0-9A-F]/gu, '')
