import type { CaseBody } from '../../src/content/case/index.ts'
import { KINDS, layout, sheetWordsOf } from '../../src/content/index.ts'
import type { SloganBody } from '../../src/content/slogan/index.ts'
import type { TechniqueBody } from '../../src/content/technique/index.ts'
import type { ContentBody, FrozenContent, HotlineWords } from '../../src/model/content.ts'
import type { ContentId, MediaId, Sha256 } from '../../src/model/ids.ts'
import type { ScreenProfile } from '../../src/model/screen.ts'
import { METRICS, type Layout, type Setting } from '../../src/page/index.ts'
import type { SheetWords } from '../../src/poster/sheet.ts'
import { DICTIONARY } from './dictionary.ts'

export const buildHotline = (changes: Partial<HotlineWords> = {}): HotlineWords => ({
  prompt: '拿不准？先打',
  number: '96110',
  ...changes,
})

export const buildPicture = () => ({
  media: 'media-hook' as MediaId,
  sha256: 'a'.repeat(64) as Sha256,
  width: 1600,
  height: 1200,
  alt: '鱼钩钩着钞票',
})

export const buildCase = (changes: Partial<CaseBody> = {}): CaseBody => ({
  kind: 'case',
  title: '高息返了两个月，第三个月人去楼空',
  accent: '两个月',
  fraudClass: 'care-investment',
  lines: [
    '张阿姨听人说，投五万元养老公寓，每月返息一千五。',
    '头两个月，钱准时到账。',
    '她又投了八万，还拉上了两个老姐妹。',
    '第三个月门店关了，电话再也打不通。',
  ],
  photo: buildPicture(),
  lesson: '保本高息都是骗，投钱之前先问儿女',
  ...changes,
})

export const buildTechnique = (changes: Partial<TechniqueBody> = {}): TechniqueBody => ({
  kind: 'technique',
  title: '“保本高息”是怎样骗走养老钱的',
  accent: '“保本高息”',
  fraudClass: 'care-investment',
  steps: [
    { heSays: '本金随时能取', youDo: '先问儿女，再交钱' },
    { heSays: '名额只剩最后三个，今天不交就没有了', youDo: '越催越不交，回家想三天' },
  ],
  ...changes,
})

export const buildSlogan = (changes: Partial<SloganBody> = {}): SloganBody => ({
  kind: 'slogan',
  text: '天上不会 掉馅饼',
  accent: '馅饼',
  ...changes,
})

export const buildFrozen = (
  body: ContentBody = buildCase(),
  changes: Partial<FrozenContent> = {},
): FrozenContent => ({
  content: 'content-1' as ContentId,
  body,
  hotline: buildHotline(),
  validUntil: null,
  ...changes,
})

/** As the product sets pages. */
export const SETTING: Setting = { metrics: METRICS, dictionary: DICTIONARY }

/** A content on a panel, as the product lays it out. */
export const laidOut = (
  body: ContentBody,
  profile: ScreenProfile,
  changes: Partial<FrozenContent> = {},
): Layout => layout(KINDS, buildFrozen(body, changes), SETTING)(profile)

/** A content in the words of a sheet. */
export const buildWords = (body: ContentBody = buildCase()): SheetWords => sheetWordsOf(KINDS, { body })
