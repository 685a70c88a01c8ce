import { DICTIONARY } from '../builders/dictionary.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import type { PrintOrder, PrintPort } from '../../cms/base/ports.ts'
import { startImages, type Images } from '../../src/adapters/images/images.ts'
import { openVectors } from '../../src/adapters/images/vectors.ts'
import { openObjects } from '../../src/adapters/disk/objects.ts'
import { openPrint, type PrintOptions } from '../../src/adapters/town/open-print.ts'
import { openTypst, type Typst, type TypstJob, type TypstOptions } from '../../src/adapters/typst/index.ts'
import type { CaseBody } from '../../src/content/case/index.ts'
import { KINDS, posterKinds } from '../../src/content/index.ts'
import type { Picture } from '../../src/model/content.ts'
import type { SheetWords } from '../../src/poster/index.ts'
import type { MediaId } from '../../src/model/ids.ts'
import { buildCase, buildWords } from '../builders/content.ts'
import { buildOrder, PRINT_NOW } from '../builders/print.ts'
import { IMAGE_CHILD, TYPST_CHILD } from '../templates/children.ts'

export type Printing = {
  readonly print: PrintPort
  readonly typst: Typst
  readonly images: Images
  /** What was asked of Typst, newest last. */
  readonly jobs: TypstJob[]
  /** Where cleaned uploads lie, and installed templates. */
  readonly folder: string
  readonly close: () => Promise<void>
}

export const SHIPPED = resolve('media/posters')

/** The real print engine: Typst, picture child and templates of the product; data in a folder of its own. */
export const openPrinting = (
  changes: Partial<PrintOptions> = {},
  engine: Partial<TypstOptions> = {},
): Printing => {
  const folder = mkdtempSync(join(tmpdir(), 'print-'))
  const objects = openObjects(join(folder, 'objects'))
  const images = startImages({
    child: IMAGE_CHILD,
    uploads: folder,
    objects,
    vectors: openVectors('media/pictures'),
  })
  const typst = openTypst({ templates: SHIPPED, ...TYPST_CHILD, ...engine })
  const jobs: TypstJob[] = []
  const print = openPrint({
    kinds: posterKinds(KINDS),
    typst: {
      run: (job, owner) => {
        jobs.push(job)
        return typst.run(job, owner)
      },
    },
    images,
    dictionary: DICTIONARY,
    clock: () => PRINT_NOW,
    shipped: SHIPPED,
    installed: join(folder, 'templates'),
    gs: null,
    ...changes,
  })
  const close = async (): Promise<void> => {
    await typst.stop()
    images.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { print, typst, images, jobs, folder, close }
}

/** A cleaned upload as a form would leave it: a picture with something to see in it. */
export const uploadPhoto = async (
  { images, folder }: Printing,
  width = 1_600,
  height = 1_200,
): Promise<Picture> => {
  const stripes = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#7aa"/><circle cx="50%" cy="50%" r="30%" fill="#c53"/></svg>`,
  )
  const clean = await images.clean(await sharp(stripes).jpeg().toBuffer())
  writeFileSync(join(folder, `${clean.sha256}.jpg`), clean.bytes)
  const { sha256 } = clean
  return { media: 'photo' as MediaId, sha256, width: clean.width, height: clean.height, alt: '测试照片' }
}

/** A drawing of the starter library as it was uploaded. */
export const uploadDrawing = async ({ images, folder }: Printing, name: string): Promise<Picture> => {
  const { sha256, bytes, width, height } = await images.clean(readFileSync(`media/pictures/${name}.png`))
  writeFileSync(join(folder, `${sha256}.png`), bytes)
  return { media: 'drawing' as MediaId, sha256, width, height, alt: '故事里的骗局，画成一张图' }
}

/** The same as a stranger might have drawn it, on his side of the mirror: no drawing of the product, by its pixels. */
export const uploadMirrored = async ({ images, folder }: Printing, name: string): Promise<Picture> => {
  const mirrored = await sharp(`media/pictures/${name}.png`).flop().png().toBuffer()
  const { sha256, bytes, width, height } = await images.clean(mirrored)
  writeFileSync(join(folder, `${sha256}.png`), bytes)
  return { media: 'mirrored' as MediaId, sha256, width, height, alt: '故事里的骗局，画成一张图' }
}

/** A stranger's drawing: black and red on white, 300 × 600 pixels of it, low in a broad picture. */
export const uploadLineDrawing = async ({ images, folder }: Printing): Promise<Picture> => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="100%" height="100%" fill="#fff"/><rect x="500" y="500" width="200" height="600" fill="#000"/><rect x="700" y="500" width="100" height="600" fill="#d02010"/></svg>',
  )
  const { sha256, bytes, width, height } = await images.clean(await sharp(svg).png().toBuffer())
  writeFileSync(join(folder, `${sha256}.png`), bytes)
  return { media: 'lines' as MediaId, sha256, width, height, alt: '线描' }
}

export const PUBLIC_URL = 'https://shield.wujian.gov.cn'

/** The words of a case that fits every template for cases. */
export const shortCase = (changes: Partial<CaseBody> = {}): SheetWords =>
  buildWords(
    buildCase({
      title: '高息返利是鱼饵',
      accent: '鱼饵',
      lines: ['投五万，月返一千五', '头两月准时到账', '第三个月人去楼空'],
      photo: null,
      lesson: '保本高息都是骗',
      ...changes,
    }),
  )

export const caseOrder = (
  choice: Partial<PrintOrder['choice']> = {},
  source: Partial<PrintOrder['source']> = {},
): PrintOrder => buildOrder(choice, { words: shortCase(), publicUrl: PUBLIC_URL, ...source })

export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise

export const render = async (pdf: PDFDocumentProxy, page: number, dpi: number): Promise<Canvas> => {
  const proxy = await pdf.getPage(page)
  const viewport = proxy.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  await proxy.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport })
    .promise
  return canvas
}

/** Text of a page by drawn runs, as readers select it. */
export const textOf = async (pdf: PDFDocumentProxy, page: number): Promise<string> => {
  const { items } = await (await pdf.getPage(page)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

/** Mean difference of two pictures of one size, 0–255. */
export const difference = (one: Canvas, other: Canvas): number => {
  const size = [0, 0, one.width, one.height] as const
  const [a, b] = [one, other].map((c) => c.getContext('2d').getImageData(...size).data)
  if (!a || !b || a.length !== b.length) return 255
  let sum = 0
  for (let i = 0; i < a.length; i += 4)
    sum +=
      Math.abs((a[i] ?? 0) - (b[i] ?? 0)) +
      Math.abs((a[i + 1] ?? 0) - (b[i + 1] ?? 0)) +
      Math.abs((a[i + 2] ?? 0) - (b[i + 2] ?? 0))
  return sum / (a.length / 4) / 3
}

/** Codes of a refusal, or why it was none. */
export const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [{ code: 'taken' }],
    (error: { refusals?: readonly { code: string }[] }) => error.refusals ?? [{ code: String(error) }],
  )
