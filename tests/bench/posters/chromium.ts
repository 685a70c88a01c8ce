/** The control: an equal A4 page in a Chromium that stays open, only its text replaced, printed by `page.pdf()`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { posterFonts } from '../../../src/adapters/typst/index.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import { BROWSER_FLAGS, executablePath } from '../../e2e/browser.ts'

const WEIGHTS = [400, 500, 700, 900]

const faces = (): string =>
  posterFonts()
    .map(
      (file, i) =>
        `@font-face{font-family:P;font-weight:${WEIGHTS[i]};src:url("${pathToFileURL(file).href}")}`,
    )
    .join('')

/** Same blocks in the same places as the case poster; what changes has an id. */
const page = (): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>海报</title><style>
${faces()}
@page{size:210mm 297mm;margin:0}
*{box-sizing:border-box;margin:0}
body{width:210mm;height:297mm;position:relative;background:#fbfaf6;color:#1b1a18;font:400 14pt/1.5 P;
 text-spacing-trim:trim-start;text-autospace:normal;line-break:strict;overflow:hidden}
div,img{position:absolute}
#top{left:13mm;right:13mm;top:7mm;font-weight:700;font-size:8.5pt}
#rule{left:0;right:0;top:15mm;height:.7mm;background:#1b1a18}
#title{left:13mm;right:13mm;top:25mm;font:900 55pt/1.15 P}
#title b{color:#c2311c;font-weight:900}
#photo{left:13mm;top:100mm;width:85mm;height:85mm;object-fit:cover}
#lines{left:109mm;right:13mm;top:100mm;font:700 20pt/1.4 P}
#lines p{border-top:.5mm solid #1b1a18;padding:2mm 0 4mm}
#lesson{left:13mm;right:13mm;top:195mm;font:700 16pt/1.4 P}
#foot{left:0;right:0;top:217mm;height:61mm;background:#0b5d3b;color:#fff}
#hot{left:13mm;top:8mm;font:500 14pt/1.3 P}
#hot b{font:900 44pt/1 P;display:block}
#qr{right:13mm;top:9.5mm;width:33mm;height:33mm;background:#fff}
#words{right:13mm;top:44mm;font-size:7pt}
#left{left:13mm;top:282mm;font-size:8.5pt}
#right{right:13mm;top:282mm;font-size:8.5pt;text-align:right}
</style><div id="top"></div><div id="rule"></div><div id="title"></div><img id="photo" src="photo.jpg" alt="照片">
<div id="lines"></div><div id="lesson"></div><div id="foot"><div id="hot"></div><img id="qr" src="qr.svg" alt="二维码">
<div id="words"></div></div><div id="left"></div><div id="right"></div></html>`

const textsOf = (sheet: SheetData): Readonly<Record<string, string>> => ({
  top: `${sheet.campaign}　${sheet.fraudClass}`,
  title: sheet.title.replace(sheet.accent, `<b>${sheet.accent}</b>`),
  lines: sheet.lines.map((line) => `<p>${line}</p>`).join(''),
  lesson: sheet.lesson,
  hot: `${sheet.hotline.prompt}<b>${sheet.hotline.number}</b>${sheet.emergency.prompt}<b>${sheet.emergency.number}</b>`,
  words: sheet.qr?.words ?? '',
  left: `${sheet.issuer} 印制<br>${sheet.date}起张贴 ${sheet.validUntil}到期请撕`,
  right: `${sheet.unit}<br>核验码 ${sheet.code}　第${sheet.edition}版`,
})

export type ChromiumPrinter = {
  /** Milliseconds from the new text to the PDF's bytes, and how many bytes. */
  readonly print: (sheet: SheetData) => Promise<{ readonly ms: number; readonly bytes: number }>
  readonly close: () => Promise<void>
}

export const openChromium = async (
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<ChromiumPrinter> => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-chromium-'))
  for (const { path, bytes } of files) writeFileSync(join(folder, path.split('/').at(-1) ?? path), bytes)
  writeFileSync(join(folder, 'poster.html'), page())
  const browser = await chromium.launch({ executablePath, headless: true, args: BROWSER_FLAGS })
  const tab = await browser.newPage()
  await tab.goto(pathToFileURL(join(folder, 'poster.html')).href)
  return {
    print: async (sheet) => {
      const texts = textsOf(sheet)
      const begun = performance.now()
      await tab.evaluate((given) => {
        for (const [id, html] of Object.entries(given)) {
          const place = document.getElementById(id)
          if (place) place.innerHTML = html
        }
      }, texts)
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
      return { ms: performance.now() - begun, bytes: pdf.byteLength }
    },
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
