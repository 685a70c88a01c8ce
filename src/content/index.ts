/** What other rooms may use of kinds of content. */
export { BEAT_ACCENTS } from './accents.ts'
export { BEAT_AT_MOST, longBeats, type LongBeat } from './beats.ts'
export {
  contentFaults,
  glyphFaults,
  layout,
  posterKinds,
  readFrozen,
  sheetWordsOf,
  titleOf,
} from './frozen.ts'
export type { Missing } from './faults.ts'
export type { ContentKind, Draft, Fact, Frozen, InBoth, Pictures, Proposed, Text } from './kind.ts'
export { contentKinds, KINDS, type ContentKinds } from './registry.ts'
export { CHOICES, chosenOf, type FactName } from './facts.ts'
export { goesOnPaper, paperNotes } from './paper.ts'
export { broughtIn, MOST_ROWS, type BroughtIn } from './office.ts'
export { photoNotes } from './paper-photo.ts'
export { placesShown, type Place } from './places.ts'
export { line } from './stored.ts'
export { themesOf } from './themes.ts'
