/**
 * When somebody begins to type, Payload asks whether the row was stored anew meanwhile, and if so covers the form
 * with a dialog whose only way on is to load it anew, losing the words. Here every form merges as it is saved
 * (CMS-83) and keeps its words (DESK-23), so the question is not asked.
 */
export const neverStale = <T extends { readonly checkForStaleData?: boolean }>(asked: T): T => ({
  ...asked,
  checkForStaleData: false,
})
