/** A folder of small templates and what it takes to set them, the same for both builds of the engine. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pngOf } from '../../scripts/posters/press.ts'
import type { TypstJob } from '../../src/adapters/typst/index.ts'

const HEAD = `#set document(date: datetime(year: 2026, month: 11, day: 23), title: "公告")
#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "cn", size: 14pt)
#let sheet = json("/job/sheet.json")
`

const TEMPLATES: Readonly<Record<string, string>> = {
  'library/head.typ': `#let head(words) = text(weight: 900, words)`,
  'notice/template.typ': `${HEAD}#import "/library/head.typ": head
#set page(width: 210mm, height: 148mm)
#head(sheet.title)

#for line in sheet.lines [#par(line)]
#context [#metadata((element: "issuer", page: 1, x: here().position().x / 1mm, y: 2.5)) <ss-element>]
#metadata((element: "code", words: sheet.title)) <ss-element>
#pagebreak()
二`,
  'photo/template.typ': `${HEAD}#image(sheet.photo, alt: "照片", width: 40mm)`,
  'packaged/template.typ': `#import "@preview/cetz:0.3.0"`,
  'local/template.typ': `#import "@local/mine:1.0.0": x\n#x`,
  'outside/template.typ': `#read("../../../etc/hostname")`,
  'absolute/template.typ': `#read("/etc/hostname")`,
  'broken/template.typ': `\n#let x =\n`,
  'lacking/template.typ': `${HEAD}#sheet.nothing`,
  'endless/template.typ': `#for i in range(1000000) { for j in range(1000000) { let x = calc.sqrt(i + j) } }`,
  'recursive/template.typ': `#let f(n) = f(n + 1)\n#f(0)`,
  'while/template.typ': `#while true {}`,
  'cmyk/template.typ': `${HEAD}#set page(width: 50mm, height: 50mm, fill: cmyk(0%, 0%, 0%, 100%))\n字`,
}

export type Workspace = {
  readonly folder: string
  readonly write: (path: string, text: string) => void
  readonly link: (path: string, to: string) => void
  readonly remove: () => void
}

export const makeWorkspace = (): Workspace => {
  const folder = mkdtempSync(join(tmpdir(), 'typst-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(TEMPLATES)) write(path, text)
  return {
    folder,
    write,
    link: (path, to) => symlinkSync(to, join(folder, path)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export const sheetJob = (
  workspace: string,
  template: string,
  sheet: object = { title: '高息返利是鱼饵', lines: ['先让您赚两个月，', '再让您投进全部积蓄。'] },
  more: Partial<TypstJob> = {},
): TypstJob => ({
  workspace,
  main: `${template}/template.typ`,
  inputs: { sheet: JSON.stringify(sheet) },
  files: [],
  pdf: 'a-2b',
  ...more,
})

/** A drawing as a picture. */
export const painted = async (svg: string): Promise<Canvas> => {
  const image = await loadImage(pngOf(svg, 600))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

export type PlacedText = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
}

/** What a reader finds in the PDF: words with their places in points, and page sizes. */
export const readPdf = async (
  bytes: Uint8Array,
): Promise<{ readonly sizes: readonly (readonly number[])[]; readonly texts: readonly PlacedText[] }> => {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const page = await document.getPage(i + 1)
      const { items } = await page.getTextContent()
      const texts = items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                page: i + 1,
                text: item.str,
                x: Math.round(Number(item.transform[4])),
                y: Math.round(Number(item.transform[5])),
              },
            ]
          : [],
      )
      return { size: page.view.map(Math.round), texts }
    }),
  )
  await document.destroy()
  return { sizes: pages.map(({ size }) => size), texts: pages.flatMap(({ texts }) => texts) }
}
