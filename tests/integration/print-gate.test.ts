import { DICTIONARY } from '../builders/dictionary.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync, type Zippable } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrint } from '../../src/adapters/town/open-print.ts'
import { KINDS_ON_PAPER, PRINT_NOW } from '../builders/print.ts'
import { GOOD, goodFiles, HEAD, withSource, zipOf, type Files } from './gate.ts'
import { caseOrder, openPrinting, refused, SHIPPED, type Printing } from './printing.ts'

let engine: Printing

beforeAll(() => {
  engine = openPrinting({}, { timeoutMs: 2_500 })
})
afterAll(() => engine.close())

const install = (files: Files) => engine.print.installTemplate(zipOf(files))
const installed = (): readonly string[] => {
  const folder = join(engine.folder, 'templates')
  return existsSync(folder) ? readdirSync(folder) : []
}
const SHIPPED_IDS = readdirSync(SHIPPED).filter((name) => name !== 'library')

describe('TPL-21 a zip is judged before it is unpacked', () => {
  const symlink: Zippable = {
    'template.typ': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
  }
  it.each([
    ['no zip', strToU8('this is no zip'), 'TEMPLATE_ZIP_INVALID'],
    ['nothing', new Uint8Array(0), 'TEMPLATE_ZIP_INVALID'],
    ['a symlink', zipSync(symlink), 'TEMPLATE_FORBIDDEN'],
    ['a path up', zipOf({ '../evil.typ': 'x' }), 'TEMPLATE_FORBIDDEN'],
    ['a path up inside', zipOf({ 'a/../../evil.typ': 'x' }), 'TEMPLATE_FORBIDDEN'],
    ['an absolute path', zipOf({ '/etc/evil.typ': 'x' }), 'TEMPLATE_FORBIDDEN'],
    ['a path of Windows', zipOf({ 'C:\\evil.typ': 'x' }), 'TEMPLATE_FORBIDDEN'],
    ['a program', zipOf({ ...goodFiles(), 'run.wasm': 'x' }), 'TEMPLATE_FORBIDDEN'],
    ['a drawing with links', zipOf({ ...goodFiles(), 'x.svg': '<svg/>' }), 'TEMPLATE_FORBIDDEN'],
    ['a folder inside', zipOf({ ...goodFiles(), 'more/x.typ': 'x' }), 'TEMPLATE_FORBIDDEN'],
    [
      'a hundred files',
      zipOf(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.typ`, '']))),
      'TEMPLATE_ZIP_INVALID',
    ],
    ['a bomb', zipOf({ ...goodFiles(), 'x.png': new Uint8Array(15 * 1024 * 1024) }), 'TEMPLATE_ZIP_INVALID'],
    [
      'more than 16 MB',
      zipSync({ 'x.png': [new Uint8Array(17 * 1024 * 1024), { level: 0 }] }),
      'TEMPLATE_ZIP_INVALID',
    ],
    ['no sample', zipOf({ 'template.typ': '', 'schema.json': '{}' }), 'TEMPLATE_ZIP_INVALID'],
    ['a schema that is no JSON', zipOf({ ...goodFiles(), 'schema.json': '{' }), 'TEMPLATE_SCHEMA_INVALID'],
    ['a wrong schema', zipOf({ ...goodFiles(), 'schema.json': '{}' }), 'TEMPLATE_SCHEMA_INVALID'],
  ])('TPL-21 %s is refused', async (_, zip, code) => {
    expect(await refused(engine.print.installTemplate(zip))).toMatchObject([{ code }])
    expect(installed()).toEqual([])
  })

  it('TPL-21 bytes changed, cut off or longer than they say are refused by the same code', async () => {
    const zip = zipOf(goodFiles())
    for (const at of [40, 300, zip.length - 60]) {
      const bad = Uint8Array.from(zip)
      bad[at] = (bad[at] ?? 0) ^ 0xff
      const [{ code } = { code: '' }] = await refused(engine.print.installTemplate(bad))
      expect(['TEMPLATE_ZIP_INVALID', 'TEMPLATE_FORBIDDEN']).toContain(code)
    }
    expect(await refused(engine.print.installTemplate(zip.subarray(0, zip.length / 2)))).toMatchObject([
      { code: 'TEMPLATE_ZIP_INVALID' },
    ])
    expect(installed()).toEqual([])
  })
})

describe('TPL-22 a template is read and tried', () => {
  it.each([
    ['a package', '#import "@preview/cetz:0.3.0": *', '@ (template.typ:1)'],
    ['eval', '\n#eval("1")', 'eval (template.typ:2)'],
    ['a plugin', '#plugin("x.wasm")', 'plugin (template.typ:1)'],
    ['a path up', '#read("../x")', '.. (template.typ:1)'],
    ['an address', '#link("https://evil.cn")', 'https: (template.typ:1)'],
  ])('TPL-22 %s in the source is refused with its line', async (_, source, got) => {
    expect(await refused(install(withSource(source)))).toMatchObject([{ code: 'TEMPLATE_FORBIDDEN', got }])
  })

  it.each([
    ['does not compile', `${HEAD}#let x = `, 'sample', 'PRINT_SHEET_FAILED'],
    ['fails without a QR code', `${GOOD}\n#if d.qr == none { panic() }`, 'emptiest', 'PRINT_SHEET_FAILED'],
    [
      'lacks what every sheet carries',
      `${HEAD}#show: sheet.with(d)\n#d.title`,
      'PRINT_ELEMENT_MISSING',
      'issuer',
    ],
    [
      'cuts long words off',
      `${GOOD}\n#if d.title.starts-with("张阿姨") and d.qr != none { overflow("title", 99) }`,
      'longest',
      'PRINT_OVERFLOW',
    ],
    ['has a character no font has', `${HEAD}#show: sheet.with(d)\n𠮷`, 'PRINT_GLYPH_MISSING', '𠮷'],
    ['reads the machine', `${HEAD}#read("/etc/hostname")`, 'PRINT_SHEET_FAILED', ''],
  ])('TPL-22 one that %s is refused and says with which words', async (_, source, ...words) => {
    const [fault] = await refused(install(withSource(source)))
    expect(fault).toMatchObject({ code: 'TEMPLATE_FAILED' })
    for (const word of words) expect(JSON.stringify(fault)).toContain(word)
    expect(installed()).toEqual([])
  })

  it('TPL-22 an endless one is stopped', async () => {
    const endless = `${HEAD}#for i in range(1000000) { for j in range(1000000) { let x = calc.sqrt(i + j) } }`
    expect(await refused(install(withSource(endless)))).toMatchObject([{ code: 'TEMPLATE_TOO_SLOW' }])
  })

  it.each(SHIPPED_IDS)('TPL-22 %s would pass the gate itself', async (id) => {
    const files = Object.fromEntries(
      ['template.typ', 'schema.json', 'sample.json'].map((name) => [
        name,
        readFileSync(join(SHIPPED, id, name), 'utf8'),
      ]),
    )
    const schema = { ...(JSON.parse(files['schema.json'] ?? '{}') as object), id: `${id}-again` }
    expect(await install({ ...files, 'schema.json': JSON.stringify(schema) })).toMatchObject({
      id: `${id}-again`,
    })
  })
})

describe('TPL-26 a template writes down the words it brings', () => {
  const own = `${GOOD}\n#place(top)[越催越不急，先问儿女]\n#place(bottom)[13800001111]`

  it('TPL-26 words on its sheets that are of no content are named until schema.json tells them', async () => {
    const [fault] = await refused(install(withSource(own)))
    expect(fault).toMatchObject({
      code: 'TEMPLATE_WORDS_UNDECLARED',
      got: expect.stringMatching(/越催越不急先问儿女.*13800001111|13800001111.*越催越不急先问儿女/),
    })
    const hidden = `${GOOD}\n#place(top, box(fill: tiling(size: (30mm, 9mm))[纹样里的字], width: 60mm, height: 9mm))`
    expect(await refused(install(withSource(hidden)))).toMatchObject([{ got: '纹样里的字' }])
    const standing = ['越催越不急，先问儿女', '13800001111']
    const told = { ...goodFiles(1, { id: 'told', standing }), 'template.typ': own }
    expect(await install(told)).toMatchObject({ id: 'told', standing })
  })
})

describe('TPL-25 a template has a thumbnail that is one', () => {
  const picture = (width: number, height: number, type: 'png' | 'jpeg' = 'png'): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#0B5D3B' } })
      .toFormat(type)
      .toBuffer()

  it('TPL-25 one without gets its own sample, as it prints, and no job carries it', async () => {
    await install(goodFiles(1, { id: 'thumb-made' }))
    const made = await engine.print.thumb('thumb-made')
    const { format, width, height } = await sharp(made ?? new Uint8Array()).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', width: 320, height: 453 })
    // Not an empty sheet: ink of its title and its numbers.
    const { channels } = await sharp(made ?? new Uint8Array())
      .greyscale()
      .stats()
    expect(channels[0]?.stdev).toBeGreaterThan(30)
    expect(existsSync(join(engine.folder, 'templates', 'thumb-made@1', 'thumb.png'))).toBe(true)
    await engine.print.pdf(caseOrder({ template: 'thumb-made', size: 'a4' }), 'clerk')
    expect(engine.jobs.at(-1)?.files.filter(({ path }) => path.endsWith('thumb.png'))).toEqual([])
  })

  it('TPL-25 one that is brought stays as it is', async () => {
    const own = await picture(200, 283)
    await install({ ...goodFiles(1, { id: 'thumb-own' }), 'thumb.png': own })
    expect(Buffer.from((await engine.print.thumb('thumb-own')) ?? []).equals(own)).toBe(true)
    expect((await engine.print.thumb('notice-a4'))?.byteLength).toBeGreaterThan(1_000)
  })

  it.each([
    ['thumb.png', async () => strToU8('no picture'), '打不开'],
    ['thumb.png', async () => (await picture(300, 400)).subarray(0, 200), '打不开'],
    ['thumb.png', () => picture(300, 400, 'jpeg'), '不是 PNG'],
    ['thumb.png', () => picture(20, 30), '20×30 像素'],
    ['thumb.png', () => picture(3_000, 200), '3000×200 像素'],
    ['logo.jpg', async () => (await picture(900, 900, 'jpeg')).subarray(0, 900), '打不开'],
  ])('TPL-25 %s that will not do is refused by name', async (name, make, why) => {
    const [fault] = await refused(install({ ...goodFiles(9), [name]: await make() }))
    expect(fault).toMatchObject({
      code: 'TEMPLATE_PICTURE_INVALID',
      message_zh: expect.stringMatching(`${name.replace('.', '\\.')}.*${why}`),
      message_en: expect.not.stringMatching(/\p{Script=Han}/u),
    })
  })
})

describe('TPL-23 a template is installed whole, as a higher version', () => {
  it('TPL-23 it prints at once and after a restart; only a higher version takes its place', async () => {
    expect(await install(goodFiles(1))).toMatchObject({ id: 'notice-own', version: 1 })
    const order = caseOrder({ template: 'notice-own', size: 'a4' })
    expect((await engine.print.pdf(order, 'clerk')).type).toBe('application/pdf')

    const { typst, images, folder } = engine
    const shared = {
      kinds: KINDS_ON_PAPER,
      typst,
      images,
      clock: () => PRINT_NOW,
      dictionary: DICTIONARY,
      shipped: SHIPPED,
      installed: join(folder, 'templates'),
    }
    const again = openPrint({ ...shared, gs: null })
    expect((await again.pdf(order, 'clerk')).type).toBe('application/pdf')

    expect(await refused(install(goodFiles(1)))).toMatchObject([{ code: 'TEMPLATE_SCHEMA_INVALID' }])
    const codeBefore = await engine.print.codeOf(order)
    await engine.print.installTemplate(
      zipOf(Object.fromEntries(Object.entries(goodFiles(2)).map(([name, text]) => [`通知/${name}`, text]))),
    )
    expect(installed().filter((name) => name.startsWith('notice-own'))).toEqual(['notice-own@2'])
    expect((await engine.print.templates()).filter(({ id }) => id === 'notice-own')).toMatchObject([
      { version: 2 },
    ])
    expect(await engine.print.codeOf(order)).not.toBe(codeBefore)
    expect(installed().filter((name) => name.startsWith('.'))).toEqual([])
  })
})
