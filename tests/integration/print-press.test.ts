import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findGhostscript, pdfX, withBoxes } from '../../src/adapters/print/press.ts'
import { caseOrder, openPrinting } from './printing.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program in the place of Ghostscript; `$OUT` is the file it shall write. */
const standIn = (name: string, script: string): string => {
  const file = join(folder, name)
  writeFileSync(
    file,
    `#!/bin/sh\nfor a in "$@"; do case "$a" in -sOutputFile=*) OUT="\${a#-sOutputFile=}";; esac; done\n${script}\n`,
  )
  chmodSync(file, 0o755)
  return file
}

const blank = async (width: number, height: number): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  document.addPage([width, height])
  document.addPage([width, height])
  return document.save()
}

const SHEET = {
  size: 'a4',
  width: 210,
  height: 297,
  scale: 1,
  bleed: 3,
  marks: true,
  margin: 5,
  palette: 'cmyk',
} as const

describe('PRT-14 press files', () => {
  it('PRT-14 every page says where it is cut and how far the picture runs on', async () => {
    const mm = 72 / 25.4
    const boxed = await PDFDocument.load(await withBoxes(await blank(230 * mm, 317 * mm), SHEET))
    for (const page of boxed.getPages()) {
      expect(page.getTrimBox()).toMatchObject({
        x: expect.closeTo(10 * mm, 2),
        width: expect.closeTo(210 * mm, 2),
      })
      expect(page.getBleedBox()).toMatchObject({
        x: expect.closeTo(7 * mm, 2),
        height: expect.closeTo(303 * mm, 2),
      })
    }
  })

  it('PRT-14 a banner at a tenth is cut at a tenth', async () => {
    const mm = 72 / 25.4
    const sheet = { ...SHEET, width: 6_000, height: 700, scale: 0.1 }
    const [page] = (await PDFDocument.load(await withBoxes(await blank(620 * mm, 90 * mm), sheet))).getPages()
    expect(page?.getTrimBox()).toMatchObject({
      y: expect.closeTo(10 * mm, 2),
      width: expect.closeTo(600 * mm, 2),
    })
  })

  it('PRT-14 Ghostscript is asked for PDF/X-3 in CMYK, safely, and its file is taken', async () => {
    const gs = standIn('gs', `printf '%%PDF-1.4 ' > "$OUT"; for a in "$@"; do echo "$a" >> "$OUT"; done`)
    const made = await pdfX(gs, await blank(100, 100))
    const told = Buffer.from(made ?? []).toString()
    for (const flag of ['-dPDFX', '-dSAFER', '-sColorConversionStrategy=CMYK']) expect(told).toContain(flag)
    expect(findGhostscript(`/nonexistent:${folder}`)).toBe(gs)
    expect(findGhostscript('/nonexistent')).toBeNull()
  })

  it('PRT-14 a Ghostscript that fails, lies or hangs costs nothing but its time', async () => {
    const pdf = await blank(100, 100)
    expect(await pdfX(standIn('fails', 'exit 1'), pdf)).toBeNull()
    expect(await pdfX(standIn('lies', 'echo no > "$OUT"'), pdf)).toBeNull()
    const begun = performance.now()
    expect(await pdfX(standIn('hangs', 'exec sleep 30'), pdf, 300)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(5_000)
    const desk = openPrinting({ gs: join(folder, 'fails') })
    const { bytes } = await desk.print.pdf(caseOrder({ way: 'shop' }), 'clerk')
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    await desk.close()
  })
})
