import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPlan, type PackSource } from '../../../src/pack/index.ts'
import { buildCase, buildPicture, buildSlogan, buildTechnique } from '../../builders/content.ts'
import { buildPackSource } from '../../builders/pack.ts'

const BASE = buildPackSource()
/** Other words on the same pages, which are not set anew for each. */
const worded = (words: Partial<PackSource['words']>): PackSource => ({
  ...BASE,
  words: { ...BASE.words, ...words },
})

const textIn = (plan: ReturnType<typeof packPlan>, name: string): string =>
  plan.texts.find(({ path }) => path === name)?.text ?? ''

describe('PACK-1 what a pack holds', () => {
  it('PACK-1 a case with a photo: its words, its pictures at their sizes, every page of one screen, captions, the code', () => {
    const source = buildPackSource()
    const plan = packPlan(source)
    expect(plan.name).toBe('高息返了两个月，第三个月人去楼空-打包稿.zip')
    expect(plan.texts.map(({ path }) => path)).toEqual(['正文.txt', '正文.html', '图片说明.txt'])
    expect(plan.pictures.map(({ path }) => path)).toEqual([
      '图片/公众号封面-900x383.jpg',
      '图片/公众号小图-200x200.jpg',
      '图片/正文配图-宽1080.jpg',
      '图片/报纸原图',
      ...source.pages.map((_, at) => `图片/大屏画面/1280x720-第${at + 1}页.png`),
      '二维码.png',
    ])
    expect(plan.pictures.map(({ picture }) => ('fit' in picture ? picture.fit : null)).slice(0, 3)).toEqual([
      { how: 'cover', width: 900, height: 383 },
      { how: 'cover', width: 200, height: 200 },
      { how: 'within', width: 1080, height: 20_000 },
    ])
    for (const { path } of plan.pictures) expect(textIn(plan, '图片说明.txt')).toContain(path)
    expect(textIn(plan, '图片说明.txt')).toContain('鱼钩钩着钞票')
  })

  it('PACK-1 a content without a picture takes its cover from its first page; several pictures are numbered', () => {
    const bare = packPlan(buildPackSource({}, buildSlogan()))
    expect(bare.pictures[0]).toMatchObject({
      path: '图片/公众号封面-900x383.jpg',
      picture: { of: 'page-fitted' },
    })
    expect(bare.pictures.some(({ path }) => path.includes('报纸原图'))).toBe(false)
    const two = packPlan(buildPackSource({ pictures: [buildPicture(), buildPicture()] }))
    const paths = two.pictures.map(({ path }) => path)
    expect(paths).toContain('图片/报纸原图-1')
    expect(paths).toContain('图片/报纸原图-2')
    expect(new Set(paths).size).toBe(paths.length)
    expect(packPlan(buildPackSource({ pages: [], pictures: [], address: null })).pictures).toEqual([])
  })

  it('PACK-1 the text opens in the Notepad of old Windows, and every released word is in it', () => {
    for (const body of [buildCase(), buildTechnique(), buildSlogan()]) {
      const source = buildPackSource({}, body)
      const text = textIn(packPlan(source), '正文.txt')
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const { title, lines, lesson, steps } = source.words
      const said = [title, ...lines, lesson, ...steps.flatMap(({ heSays, youDo }) => [heSays, youDo])]
      for (const words of said) expect(text).toContain(words)
      expect(text).toContain('拿不准？先打 96110')
      expect(text).toContain('五间镇平安建设办公室 2026年11月24日')
    }
  })

  it('PACK-1 the page for WeChat has its styles at its elements and runs nothing, whatever the words are', () => {
    const html = textIn(packPlan(buildPackSource()), '正文.html')
    expect(html).not.toMatch(/<script|<style|<link|class=|https?:/)
    expect(html).toContain('<img src="图片/正文配图-宽1080.jpg" alt="鱼钩钩着钞票"')
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const source = worded({ title: typed, lines: [typed, '</p><img onerror="x">'] })
        const made = textIn(packPlan(source), '正文.html')
        expect(made.match(/<(?!\/?(?:html|head|meta|title|body|p|img)\b|!doctype)/g)).toBeNull()
        expect(made).not.toContain('<img onerror')
      }),
    )
  })

  it('PACK-1 where it is from, how it is checked, and the hash of every file; without an address it says why there is no code', () => {
    const files = [{ path: '正文.txt', sha256: 'a'.repeat(64) }]
    const { path, text } = packPlan(buildPackSource()).provenance(files)
    expect(path).toBe('来源与核验.txt')
    for (const said of [
      '第 2 版',
      '签发日期：2026年11月24日',
      '有效期：到2027年2月28日为止',
      '7K3D-92MQ',
      'https://shield.wujian.gov.cn/v/7K3D-92MQ',
      'd'.repeat(64),
      `${'a'.repeat(64)}  正文.txt`,
    ])
      expect(text).toContain(said)
    const without = packPlan(buildPackSource({ address: null }))
    expect(without.pictures.some(({ path: of }) => of === '二维码.png')).toBe(false)
    expect(without.provenance([]).text).toContain('PUBLIC_URL')
  })

  it('PACK-3 equal sources give equal plans; no title makes a name that leads anywhere', () => {
    const [one, other] = [packPlan(buildPackSource()), packPlan(buildPackSource())]
    expect({ ...one, provenance: one.provenance([]) }).toEqual({ ...other, provenance: other.provenance([]) })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const { name } = packPlan(worded({ title: `../${title}\\:*` }))
        expect(name).not.toMatch(/[\\/:*?"<>|]/)
        expect(name.endsWith('打包稿.zip')).toBe(true)
      }),
    )
  })
})
