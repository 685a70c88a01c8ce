import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** For one sheet. */
export const GS_LIMIT_MS = 60_000
const GS_MEMORY = 64 * 1024 * 1024

/** Where `gs` lies on this PATH, or null. */
export const findGhostscript = (path = process.env['PATH'] ?? ''): string | null => {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, 'gs')
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/** Names the printing condition by its registry; a shop's own profile takes its place there. */
const PDFX_DEFINITION = `%!
[/GTS_PDFXVersion (PDF/X-3:2002) /Trapped /False /DOCINFO pdfmark
[/_objdef {OutputIntent_PDFX} /type /dict /OBJ pdfmark
[{OutputIntent_PDFX} << /Type /OutputIntent /S /GTS_PDFX /OutputCondition (Commercial and specialty printing)
  /OutputConditionIdentifier (CGATS TR001) /RegistryName (http://www.color.org) /Info (none) >> /PUT pdfmark
[{Catalog} << /OutputIntents [ {OutputIntent_PDFX} ] >> /PUT pdfmark
`

const FLAGS = [
  '-dPDFX',
  '-dBATCH',
  '-dNOPAUSE',
  '-dQUIET',
  '-dSAFER',
  '-dAutoRotatePages=/None',
  '-dCompatibilityLevel=1.4',
  '-sDEVICE=pdfwrite',
  '-sColorConversionStrategy=CMYK',
  '-sProcessColorModel=DeviceCMYK',
]

const run = promisify(execFile)

/**
 * PDF/X-3 by Ghostscript, or null when it fails or takes too long: the CMYK file it was made from prints as well.
 * @param gs its path
 */
export const pdfX = async (
  gs: string,
  pdf: Uint8Array,
  limitMs = GS_LIMIT_MS,
): Promise<Uint8Array | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'silver-shield-press-'))
  const file = (name: string): string => join(folder, name)
  try {
    await writeFile(file('in.pdf'), pdf)
    await writeFile(file('x.ps'), PDFX_DEFINITION)
    await run(gs, [...FLAGS, `-sOutputFile=${file('out.pdf')}`, file('x.ps'), file('in.pdf')], {
      cwd: folder,
      timeout: limitMs,
      killSignal: 'SIGKILL',
      maxBuffer: GS_MEMORY,
      env: { PATH: process.env['PATH'], LANG: 'C', TMPDIR: folder, NODE_ENV: 'production' },
    })
    const made = await readFile(file('out.pdf'))
    return made.subarray(0, 5).toString('latin1') === '%PDF-' ? made : null
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
