/**
 * With the first typing Payload asks whether the row was stored anew meanwhile, and covers the form with a dialog whose
 * only way on is to load it anew, without the words. Every form here merges as it is saved (CMS-83) and keeps its words
 * (DESK-23), so nobody asks.
 */
export const neverStale = <T extends { readonly checkForStaleData?: boolean }>(asked: T): T => ({
  ...asked,
  checkForStaleData: false,
})
