import type { FrozenContent } from '../model/content.ts'
import type { Sha256, SubmissionId } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { Programme } from '../model/programme.ts'
import { canonicalJson } from './canonical.ts'

/** SHA-256 of the UTF-8 bytes of a text, given by the room that may hash. */
export type Hash = (text: string) => Sha256

/** What a digest is for. It stands before the bytes, so that a digest of one thing is never one of another (PRG-2). */
export const DIGESTED = {
  submission: 'silver-shield/submission/1',
  derivation: 'silver-shield/derivation/1',
  group: 'silver-shield/group/1',
} as const

/** The exact text that is hashed for `body`. */
export const digestedText = (domain: (typeof DIGESTED)[keyof typeof DIGESTED], body: string): string =>
  `${domain}\n${body}`

export const digestOfPage = (page: Page, hash: Hash): Sha256 => hash(canonicalJson(page))

/** What people approve: the frozen content and its pages by grid (docs/design.md#submit). */
export const digestOfSubmission = (
  frozen: FrozenContent,
  pages: Readonly<Record<string, readonly Page[]>>,
  hash: Hash,
): Sha256 => hash(digestedText(DIGESTED.submission, canonicalJson({ frozen, pages })))

/** Pages laid out after the release for a grid not in use at submit (CMS-17). */
export const digestOfDerivation = (
  submission: SubmissionId,
  grid: string,
  pages: readonly Page[],
  hash: Hash,
): Sha256 => hash(digestedText(DIGESTED.derivation, canonicalJson({ grid, pages, submission })))

/** The bytes of a programme; their SHA-256 is its name. */
export const programmeBody = (programme: Programme): string => canonicalJson(programme)
