import { describe, expect, it } from 'vitest'
import type { FrozenContent } from '../../../src/model/content.ts'
import type { ContentId, SubmissionId } from '../../../src/model/ids.ts'
import {
  derivationBody,
  digestOfDerivation,
  digestOfPage,
  digestOfSubmission,
  DOMAINS,
  hotlineBody,
  programmeBody,
  releaseBody,
  sealedText,
} from '../../../src/programme/digest.ts'
import { parseProgramme } from '../../../src/programme/parse.ts'
import { buildPage, buildProgramme, sha256 } from '../../builders/programme.ts'

const content = 'c1' as ContentId
const submission = 's1' as SubmissionId
const frozen: FrozenContent = {
  content,
  body: { kind: 'slogan', text: '天上 不掉馅饼', accent: '' },
  hotline: { prompt: '拿不准？先打', number: '96110' },
  validUntil: null,
}

describe('PRG-2 every digest and signature names what it is for', () => {
  it('has no two equal domains', () => {
    expect(new Set(Object.values(DOMAINS)).size).toBe(Object.values(DOMAINS).length)
  })

  it('digests a submission under its domain, whatever the order of its keys', () => {
    const pages = { b: [buildPage('乙')], a: [buildPage('甲')] }
    const digest = digestOfSubmission(frozen, pages, sha256)
    const turned = { a: pages.a, b: pages.b }
    expect(digestOfSubmission({ ...frozen }, turned, sha256)).toBe(digest)
    expect(digestOfSubmission({ ...frozen, validUntil: 1 }, pages, sha256)).not.toBe(digest)
    expect(digestOfSubmission(frozen, { a: pages.a }, sha256)).not.toBe(digest)
  })

  it('writes the bodies that are signed, members in canonical order and no others', () => {
    const digest = sha256('x')
    const row = { submission, content, digest, releasedAt: 5, more: 1 }
    expect(releaseBody(row)).toBe(`{"content":"c1","digest":"${digest}","releasedAt":5,"submission":"s1"}`)
    expect(derivationBody({ submission, of: sha256('s'), grid: 'g', digest })).toBe(
      `{"digest":"${digest}","grid":"g","of":"${sha256('s')}","submission":"s1"}`,
    )
    expect(
      hotlineBody({
        number: '96110',
        label: 'l',
        prompt: 'p',
        scope: 's',
        source: 'o',
        verifiedOn: '2026-11-01',
      }),
    ).toBe('{"label":"l","number":"96110","prompt":"p","scope":"s","source":"o","verifiedOn":"2026-11-01"}')
    expect(sealedText(DOMAINS.release, 'b')).toBe('silver-shield/release/1\nb')
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
