/** A big town beside the demo town it grew from. */
export const BIG = {
  /** Contents beyond those of the demo town; all but the last `waiting` are released. */
  contents: 520,
  waiting: 20,
  /** Cases that nobody has sent in: ten thousand contents in all. */
  drafts: 9_460,
  /** Sheets that hang, each of another release. */
  postings: 200,
  /** Contents taken back while their sheets hang. */
  withdrawn: 20,
} as const
