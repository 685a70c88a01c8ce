export { at, nextChange, showingUnder } from './at.ts'
export { utf8Length } from './bytes.ts'
export { canonicalJson } from './canonical.ts'
export {
  digestOfDerivation,
  digestOfPage,
  digestOfSubmission,
  DIGESTED,
  digestedText,
  programmeBody,
  type Hash,
} from './digest.ts'
export { HEAD_LIMIT_BYTES, headBody, headFits, parseHead, REVOKED_LIMIT } from './head.ts'
export { parseProgramme } from './parse.ts'
export { placeInContent } from './place.ts'
