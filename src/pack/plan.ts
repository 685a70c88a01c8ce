import type { Picture } from '../model/content.ts'
import type { Instant, Sha256 } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { tidyName } from '../poster/file-name.ts'
import { civilOf, TOWN_ZONE } from '../time/index.ts'
import { articleHtml, articleOf, articleText, plainText, type Placed } from './article.ts'
import type { PackSource } from './source.ts'

/** What a picture of a pack is made of. */
export type PackPicture =
  | { readonly of: 'stored'; readonly source: Sha256 }
  /** `cover` fills the size, `within` is no wider than it and never enlarged. */
  | { readonly of: 'fitted'; readonly source: Sha256; readonly fit: Fit }
  | { readonly of: 'page'; readonly page: Page }
  /** A page on a ground of its own colour, where the content has no picture. */
  | { readonly of: 'page-fitted'; readonly page: Page; readonly fit: Fit }
  | { readonly of: 'square'; readonly words: string }

export type Fit = { readonly how: 'cover' | 'within'; readonly width: number; readonly height: number }

export type PackFile = {
  /** Without the end of the name where only the bytes tell what they are (`stored`). */
  readonly path: string
  /** What it is for, in the words of the list of captions. */
  readonly use: string
  readonly alt: string
  readonly picture: PackPicture
}

export type PackPlan = {
  /** Of the whole file. */
  readonly name: string
  readonly texts: readonly { readonly path: string; readonly text: string }[]
  readonly pictures: readonly PackFile[]
  /** Made last, of the names and hashes of all others. */
  readonly provenance: (files: readonly { readonly path: string; readonly sha256: string }[]) => {
    readonly path: string
    readonly text: string
  }
}

/** What WeChat asks for: the cover of a message, the small square beside it, and the width of its articles. */
export const COVER = { how: 'cover', width: 900, height: 383 } as const
export const THUMB = { how: 'cover', width: 200, height: 200 } as const
export const ARTICLE = { how: 'within', width: 1080, height: 20_000 } as const

const PICTURES = '图片'
const SCREEN = `${PICTURES}/大屏画面`

export const dayOf = (at: Instant): string => {
  const [year, month, day] = civilOf(at, TOWN_ZONE).date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Of several pictures each is told by its number. */
const numbered = (name: string, at: number, all: number): string => (all > 1 ? `${name}-${at + 1}` : name)

const filesOf = (picture: Picture, at: number, all: number): readonly PackFile[] => {
  const { sha256: source, alt } = picture
  const file = (name: string, end: string, use: string, made: PackPicture): PackFile => ({
    path: `${PICTURES}/${numbered(name, at, all)}${end}`,
    use,
    alt,
    picture: made,
  })
  const first = [
    file('公众号封面-900x383', '.jpg', '公众号消息的封面', { of: 'fitted', source, fit: COVER }),
    file('公众号小图-200x200', '.jpg', '公众号消息旁边的小图', { of: 'fitted', source, fit: THUMB }),
  ]
  return [
    ...(at === 0 ? first : []),
    file('正文配图-宽1080', '.jpg', '公众号正文里的图', { of: 'fitted', source, fit: ARTICLE }),
    file('报纸原图', '', `报纸用的原图（${picture.width}×${picture.height} 像素）`, { of: 'stored', source }),
  ]
}

/** Without a picture of its own the first page of the screen stands on the cover. */
const coversOf = ({ pages, words }: PackSource): readonly PackFile[] => {
  const [page] = pages
  if (!page) return []
  const cover = (name: string, use: string, fit: Fit): PackFile => ({
    path: `${PICTURES}/${name}.jpg`,
    use,
    alt: words.title,
    picture: { of: 'page-fitted', page, fit },
  })
  return [
    cover('公众号封面-900x383', '公众号消息的封面（取自大屏第 1 页）', COVER),
    cover('公众号小图-200x200', '公众号消息旁边的小图（取自大屏第 1 页）', THUMB),
  ]
}

const wordsOn = ({ ops }: Page): string =>
  ops.flatMap((op) => (op.op === 'text' && op.quiet !== true ? [op.text] : [])).join('')

const screenOf = ({ pages }: PackSource): readonly PackFile[] =>
  pages.map((page, at) => ({
    path: `${SCREEN}/${page.width}x${page.height}-第${at + 1}页.png`,
    use: `大屏第 ${at + 1} 页，共 ${pages.length} 页`,
    alt: wordsOn(page),
    picture: { of: 'page', page },
  }))

const squareOf = ({ address }: PackSource): readonly PackFile[] =>
  address === null
    ? []
    : [
        {
          path: '二维码.png',
          use: '放在文章末尾，扫一扫能查真假（300 dpi，印出来不小于 2 厘米见方）',
          alt: address,
          picture: { of: 'square', words: address },
        },
      ]

const captionsOf = (files: readonly PackFile[]): string =>
  plainText([
    '图片说明',
    '',
    ...files.flatMap(({ path, use, alt }) => [
      path,
      `  用途：${use}`,
      ...(alt === '' ? [] : [`  说明：${alt}`]),
      '',
    ]),
  ])

const NO_SQUARE = '还没有手机能打开的网址（PUBLIC_URL），所以没有二维码；请打电话向发布单位核实。'

const howToCheck = ({ address, code }: PackSource): readonly string[] =>
  address === null
    ? [NO_SQUARE]
    : [
        `扫二维码，或打开 ${address} ，也可以在那里输入核验码 ${code}。`,
        '页面写“有效”，就可以照发；写“已收回”“已到期”“有新版”，就不要再发，已经发了的请撤下。',
      ]

const provenanceText = (source: PackSource, files: Parameters<PackPlan['provenance']>[0]): string => {
  const { words, kind, edition, issuer, town, releasedAt, validUntil, code, digest, release } = source
  return plainText([
    '来源与核验',
    '',
    `标题：${words.title}`,
    `种类：${kind}`,
    `版本：第 ${edition} 版`,
    `发布单位：${issuer}`,
    ...(town === '' || town === issuer ? [] : [`所属：${town}`]),
    `签发日期：${dayOf(releasedAt)}`,
    `有效期：${validUntil === null ? '没有写明到期日' : `到${dayOf(validUntil - 1)}为止`}`,
    `核验码：${code}`,
    '',
    '怎样核验',
    ...howToCheck(source),
    '',
    '文字和图片都取自签发时封好的内容，一字未改；要改请联系发布单位重新送审。',
    `签发内容的指纹（SHA-256）：${digest}`,
    `发布件编号：${release}`,
    '',
    '各文件的指纹（SHA-256）',
    ...files.map(({ path, sha256 }) => `${sha256}  ${path}`),
  ])
}

/** PACK-1: every file of a pack, in its order; equal sources give equal plans. */
export const packPlan = (source: PackSource): PackPlan => {
  const own = source.pictures.flatMap((picture, at) => filesOf(picture, at, source.pictures.length))
  const pictures = [...(own.length > 0 ? own : coversOf(source)), ...screenOf(source), ...squareOf(source)]
  const placed: readonly Placed[] = own
    .filter(({ path }) => path.includes('正文配图'))
    .map(({ path, alt }) => ({ path, alt }))
  const article = articleOf(source, dayOf(source.releasedAt))
  return {
    name: `${[source.words.title, '打包稿'].map(tidyName).filter(Boolean).join('-')}.zip`,
    texts: [
      { path: '正文.txt', text: articleText(article) },
      { path: '正文.html', text: articleHtml(article, placed) },
      ...(pictures.length > 0 ? [{ path: '图片说明.txt', text: captionsOf(pictures) }] : []),
    ],
    pictures,
    provenance: (files) => ({ path: '来源与核验.txt', text: provenanceText(source, files) }),
  }
}
