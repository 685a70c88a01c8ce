import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qrSvg } from '../../src/adapters/print/qr.ts'
import { openTypst, type Typst, type TypstFile } from '../../src/adapters/typst/index.ts'
import type { SheetData } from '../../src/poster/sheet.ts'
import { differenceBetween } from '../looks/compare.ts'
import { TYPST_CHILD } from '../templates/children.ts'
import { painted, readPdf } from './typst-sheets.ts'

const SHIPPED = resolve('media/posters')
const templates = readdirSync(SHIPPED).filter((name) => existsSync(join(SHIPPED, name, 'sample.json')))
const engines = {} as Record<'native' | 'wasm', Typst>

beforeAll(() => {
  const open = (engine: 'native' | 'wasm') =>
    openTypst({ templates: SHIPPED, ...TYPST_CHILD, engine, workers: 1 })
  engines.native = open('native')
  engines.wasm = open('wasm')
})

afterAll(() => Promise.all([engines.native.stop(), engines.wasm.stop()]))

/** What the sample names beside itself: its QR code, and a picture in place of its photo. */
const filesOf = ({ qr, photo }: SheetData): readonly TypstFile[] => [
  ...(qr ? [{ path: qr.path, bytes: qrSvg(qr.words) }] : []),
  ...(photo ? [{ path: photo.path, bytes: readFileSync('media/pictures/hook-banknote.png') }] : []),
]

describe('TYP-1 every shipped template on both builds of the engine', () => {
  it.each(templates)(
    'TYP-1 %s: every word in the same place, every element told alike, the same picture',
    async (template) => {
      const sheet = readFileSync(join(SHIPPED, template, 'sample.json'), 'utf8')
      const job = {
        workspace: SHIPPED,
        main: `${template}/template.typ`,
        inputs: { sheet },
        files: filesOf(JSON.parse(sheet) as SheetData),
        pdf: 'a-2b' as const,
        query: ['<ss-element>', '<ss-overflow>'],
        svg: true,
        svgPage: 1,
      }
      const [native, wasm] = await Promise.all([engines.native.run(job, 'a'), engines.wasm.run(job, 'a')])
      expect(wasm.query).toEqual(native.query)
      expect(differenceBetween(await painted(native.svg ?? ''), await painted(wasm.svg ?? ''))).toBeLessThan(
        0.003,
      )
      expect(await readPdf(wasm.pdf ?? new Uint8Array())).toEqual(
        await readPdf(native.pdf ?? new Uint8Array()),
      )
    },
  )
})
