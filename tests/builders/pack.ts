import type { ContentBody } from '../../src/model/content.ts'
import { KINDS, sheetWordsOf } from '../../src/content/index.ts'
import type { PackSource } from '../../src/pack/index.ts'
import { buildCase, buildHotline, laidOut } from './content.ts'
import { DEMO_SCREENS } from './screen.ts'

/** A released case on the wall of the demo town. */
export const buildPackSource = (
  changes: Partial<PackSource> = {},
  body: ContentBody = buildCase(),
): PackSource => ({
  release: 'release-1',
  digest: 'd'.repeat(64),
  kind: KINDS.of(body).names.zh,
  words: sheetWordsOf(KINDS, { body }),
  pictures: KINDS.of(body).pictures(body),
  pages: laidOut(body, DEMO_SCREENS.wall).pages,
  hotline: buildHotline(),
  edition: 2,
  releasedAt: Date.parse('2026-11-23T20:00:00Z'),
  validUntil: Date.parse('2027-02-28T16:00:00Z'),
  issuer: '五间镇平安建设办公室',
  town: '五间镇',
  demo: false,
  code: '7K3D-92MQ',
  address: 'https://shield.wujian.gov.cn/v/7K3D-92MQ',
  ...changes,
})
