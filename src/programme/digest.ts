import type { FrozenContent } from '../model/content.ts'
import type { ContentId, Instant, Sha256, SubmissionId } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { Programme } from '../model/programme.ts'
import { canonicalJson } from './canonical.ts'

/** SHA-256 of the UTF-8 bytes of a text, given by the room that may hash. */
export type Hash = (text: string) => Sha256

/**
 * What a digest or signature is for. It stands before the bytes, so that a signature over one thing cannot be used
 * for another (PRG-2).
 */
export const DOMAINS = {
  submission: 'silver-shield/submission/1',
  release: 'silver-shield/release/1',
  derivation: 'silver-shield/derivation/1',
  hotline: 'silver-shield/hotline/1',
  head: 'silver-shield/head/1',
  group: 'silver-shield/group/1',
  town: 'silver-shield/town/1',
  clock: 'silver-shield/clock/1',
} as const

export type Domain = (typeof DOMAINS)[keyof typeof DOMAINS]

/** The exact text that is signed or hashed for `body` in `domain`. */
export const sealedText = (domain: Domain, body: string): string => `${domain}\n${body}`

export const digestOfPage = (page: Page, hash: Hash): Sha256 => hash(canonicalJson(page))

/** What people approve: the frozen content and its pages by grid (docs/design.md#submit). */
export const digestOfSubmission = (
  frozen: FrozenContent,
  pages: Readonly<Record<string, readonly Page[]>>,
  hash: Hash,
): Sha256 => hash(sealedText(DOMAINS.submission, canonicalJson({ frozen, pages })))

/** Pages laid out after the release for a grid not in use at submit (CMS-17). */
export const digestOfDerivation = (
  submission: SubmissionId,
  grid: string,
  pages: readonly Page[],
  hash: Hash,
): Sha256 => hash(sealedText(DOMAINS.derivation, canonicalJson({ grid, pages, submission })))

/** Body of a release's signature; `releasedAt` in milliseconds. Sign with `DOMAINS.release`. */
export const releaseBody = (release: {
  readonly content: ContentId
  readonly digest: Sha256
  readonly releasedAt: Instant
  readonly submission: SubmissionId
}): string =>
  canonicalJson({
    content: release.content,
    digest: release.digest,
    releasedAt: release.releasedAt,
    submission: release.submission,
  })

/**
 * Body of a derivation's signature; `digest` is `digestOfDerivation`, `of` the digest of the submission whose words
 * were laid out. Sign with `DOMAINS.derivation`.
 */
export const derivationBody = (derivation: {
  readonly submission: SubmissionId
  readonly of: Sha256
  readonly grid: string
  readonly digest: Sha256
}): string =>
  canonicalJson({
    digest: derivation.digest,
    grid: derivation.grid,
    of: derivation.of,
    submission: derivation.submission,
  })

/** Body of a hotline's seal; `verifiedOn` is a civil day. Sign with `DOMAINS.hotline`. */
export const hotlineBody = (hotline: {
  readonly number: string
  readonly label: string
  readonly prompt: string
  readonly scope: string
  readonly source: string
  readonly verifiedOn: string
}): string =>
  canonicalJson({
    label: hotline.label,
    number: hotline.number,
    prompt: hotline.prompt,
    scope: hotline.scope,
    source: hotline.source,
    verifiedOn: hotline.verifiedOn,
  })

/** The bytes of a programme; their SHA-256 is its name. */
export const programmeBody = (programme: Programme): string => canonicalJson(programme)
