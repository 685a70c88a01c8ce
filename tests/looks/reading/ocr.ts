import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Seen } from './panel.ts'

const run = promisify(execFile)

export const READER = process.env['TESSERACT'] ?? '/usr/bin/tesseract'
export const hasReader = (): boolean => existsSync(READER)

/** White around a line, as around print. */
const EDGE = 12
const PAGE_END = '\f'

/** A picture as tesseract and anybody else reads it: netpbm's greymap. */
const greymap = ({ width, height, grey }: Seen): Buffer => {
  const [w, h] = [width + 2 * EDGE, height + 2 * EDGE]
  const out = Buffer.alloc(w * h, 255)
  for (let y = 0; y < height; y += 1)
    out.set(grey.subarray(y * width, (y + 1) * width), (y + EDGE) * w + EDGE)
  return Buffer.concat([Buffer.from(`P5\n${w} ${h}\n255\n`), out])
}

/** How tesseract looks for words: in one line of a picture; or with the picture taken for a line as it is. */
const LINE = '7'
const RAW = '13'

const readAs = async (mode: string, files: readonly string[], folder: string): Promise<readonly string[]> => {
  const list = join(folder, `list-${mode}.txt`)
  await writeFile(list, files.map((file) => `${file}\n`).join(''))
  const args = [
    list,
    'stdout',
    '-l',
    'chi_sim',
    '--psm',
    mode,
    '--dpi',
    '96',
    '-c',
    `page_separator=${PAGE_END}`,
  ]
  // Several threads for one line wait for each other more than they read.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const { stdout } = await run(READER, args, { maxBuffer: 1e8, env })
  const texts = stdout.split(PAGE_END)
  if (texts.length !== files.length) throw new Error(`${texts.length} of ${files.length} pictures were read`)
  return texts.map((text) => text.trim())
}

/**
 * What is read in each picture, a line of Chinese in each; one process for all of them. Where no line is found the
 * picture is read as one: that it is one is known. Rejects where the reader ends badly or leaves a picture out.
 */
export const read = async (pictures: readonly Seen[]): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'reading-'))
  try {
    const files = pictures.map((_, i) => join(folder, `${i}.pgm`))
    await Promise.all(pictures.map((picture, i) => writeFile(files[i]!, greymap(picture))))
    const first = await readAs(LINE, files, folder)
    const blank = files.filter((_, i) => first[i] === '')
    const again = blank.length > 0 ? await readAs(RAW, blank, folder) : []
    return first.map((text, i) => text || (again[blank.indexOf(files[i]!)] ?? ''))
  } finally {
    await rm(folder, { recursive: true })
  }
}
