import { describe, expect, it } from 'vitest'
import type { FrozenContent } from '../../../src/model/content.ts'
import type { ContentId, SubmissionId } from '../../../src/model/ids.ts'
import {
  digestOfDerivation,
  digestOfPage,
  digestOfSubmission,
  DIGESTED,
  programmeBody,
} from '../../../src/programme/digest.ts'
import { parseProgramme } from '../../../src/programme/parse.ts'
import { buildSlogan } from '../../builders/content.ts'
import { buildPage, buildProgramme, sha256 } from '../../builders/programme.ts'

const content = 'c1' as ContentId
const submission = 's1' as SubmissionId
const frozen: FrozenContent = {
  content,
  body: buildSlogan({ text: '天上 不掉馅饼', accent: '' }),
  hotline: { prompt: '拿不准？先打', number: '96110' },
  validUntil: null,
}

describe('PRG-2 every digest names what it is for', () => {
  it('has no two equal domains', () => {
    expect(new Set(Object.values(DIGESTED)).size).toBe(Object.values(DIGESTED).length)
  })

  it('digests a submission under its domain, whatever the order of its keys', () => {
    const pages = { b: [buildPage('乙')], a: [buildPage('甲')] }
    const digest = digestOfSubmission(frozen, pages, sha256)
    const turned = { a: pages.a, b: pages.b }
    expect(digestOfSubmission({ ...frozen }, turned, sha256)).toBe(digest)
    expect(digestOfSubmission({ ...frozen, validUntil: 1 }, pages, sha256)).not.toBe(digest)
    expect(digestOfSubmission(frozen, { a: pages.a }, sha256)).not.toBe(digest)
  })

  it('digests derived pages with their grid and submission', () => {
    const pages = [buildPage('甲')]
    const digest = digestOfDerivation(submission, 'g', pages, sha256)
    expect(digestOfDerivation(submission, 'h', pages, sha256)).not.toBe(digest)
    expect(digestOfPage(buildPage('甲'), sha256)).toBe(digestOfPage(buildPage('甲'), sha256))
  })

  it('writes a programme that its own parser reads back equal', () => {
    const programme = buildProgramme()
    expect(parseProgramme(programmeBody(programme))).toEqual(programme)
  })
})
