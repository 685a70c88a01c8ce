import { Resvg } from '@resvg/resvg-js'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeQR } from 'qr'
import { openDictionary } from '../../src/adapters/disk/dictionary.ts'
import { sheetBreaks } from '../../src/poster/index.ts'
import type { SheetData } from '../../src/poster/sheet.ts'

/** The part of the native compiler that pictures and tests of templates need; the product runs it in a child process. */
type Compiler = {
  readonly pdf: (job: object, options?: object) => Buffer
  readonly plainSvg: (job: object) => string
  readonly query: (job: object, args: object) => unknown
  readonly compile: (job: object) => {
    readonly result: unknown
    readonly takeDiagnostics: () => { readonly shortDiagnostics: readonly unknown[] } | null
  }
  readonly fetchDiagnostics: (faults: unknown) => unknown
  readonly mapShadow: (path: string, bytes: Buffer) => void
}

export const MEDIA = fileURLToPath(new URL('../../media/', import.meta.url))
export const POSTERS = `${MEDIA}posters`
export const TEMPLATES: readonly string[] = readdirSync(POSTERS).filter((name) => name !== 'library')

const DICTIONARY = openDictionary(`${MEDIA}words`)
/** What templates and library say themselves. */
const STANDING = [
  readFileSync(`${POSTERS}/library/standing.txt`, 'utf8'),
  ...TEMPLATES.map((name) => {
    const { standing = [] } = JSON.parse(readFileSync(`${POSTERS}/${name}/schema.json`, 'utf8')) as {
      standing?: string[]
    }
    return standing.join('\n')
  }),
].flatMap((text) => text.trim().split('\n'))

const FONTS = ['400Regular', '500Medium', '700Bold', '900Black'].map((weight) =>
  fileURLToPath(
    new URL(
      `../../node_modules/@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`,
      import.meta.url,
    ),
  ),
)

const { NodeCompiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
) as { NodeCompiler: { create: (options: object) => Compiler } }

export type Pressed = { readonly elements: unknown; readonly overflow: unknown; readonly job: object }

/** A picture of the starter library as an office sheet has it (TPL-27); other words come with the mask, in pixels. */
const photoAt = (path: string): Buffer => {
  const svg = (name: string): Buffer => readFileSync(`${MEDIA}pictures/${name}.svg`)
  return path.endsWith('.svg') ? svg(basename(path, '.svg')) : pngOf(svg('mask').toString(), 900)
}

/** A press for every template: the sheet's QR and photo are laid beside it as files, as the product does. */
export const openPress = () => {
  const compiler = NodeCompiler.create({ workspace: POSTERS, fontArgs: [{ fontPaths: FONTS }] })
  const jobOf = (template: string, data: SheetData): object => {
    if (data.qr)
      compiler.mapShadow(
        `${POSTERS}/${data.qr.path}`,
        Buffer.from(encodeQR(`https://${data.qr.words}`, 'svg', { ecc: 'medium' })),
      )
    if (data.photo) compiler.mapShadow(`${POSTERS}/${data.photo.path}`, photoAt(data.photo.path))
    compiler.mapShadow(
      `${POSTERS}/job/sheet.json`,
      Buffer.from(JSON.stringify({ ...data, breaks: sheetBreaks(data, STANDING, DICTIONARY) })),
    )
    return { mainFilePath: `${POSTERS}/${template}/template.typ` }
  }
  return {
    /** What the engine says of a sheet that cannot be set; for the hand that works on a template. */
    faults: (template: string, data: SheetData): string => {
      const faults = compiler.compile(jobOf(template, data)).takeDiagnostics()
      return faults ? JSON.stringify(compiler.fetchDiagnostics(faults)) : ''
    },
    pdf: (template: string, data: SheetData): Buffer =>
      compiler.pdf(jobOf(template, data), data.sheet.palette === 'rgb' ? { pdfStandard: 'a-2b' } : {}),
    svg: (template: string, data: SheetData): string => compiler.plainSvg(jobOf(template, data)),
    query: (template: string, data: SheetData, selector: string): unknown =>
      compiler.query(jobOf(template, data), { selector, field: 'value' }),
  }
}

/** The SVG of a document (pages under each other) as a PNG of this width. */
export const pngOf = (svg: string, width: number): Buffer =>
  Buffer.from(
    new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      background: '#FFFFFF',
      font: { loadSystemFonts: false },
    })
      .render()
      .asPng(),
  )
