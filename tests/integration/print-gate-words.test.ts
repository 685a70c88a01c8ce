import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/errors/refusal.ts'
import { GOOD, goodFiles, HEAD, withSource, zipOf, type Files } from './gate.ts'
import { openPrinting, refused, type Printing } from './printing.ts'

let engine: Printing

beforeAll(() => {
  engine = openPrinting({}, { timeoutMs: 2_500 })
})
afterAll(() => engine.close())

const said = async (zip: Uint8Array | Files): Promise<readonly [zh: string, en: string]> => {
  const told = await refused(engine.print.installTemplate(zip instanceof Uint8Array ? zip : zipOf(zip)))
  const [{ message_zh, message_en }] = told as unknown as [Refusal]
  return [message_zh, message_en]
}

const withSchema = (changes: Readonly<Record<string, unknown>>): Files => goodFiles(9, changes)
const linked = zipSync({
  'template.typ': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
})
const locked = (): Uint8Array => {
  const zip = Buffer.from(zipOf(goodFiles()))
  const at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8
  zip.writeUInt16LE(zip.readUInt16LE(at) | 1, at)
  return zip
}
const endless = `${HEAD}#for i in range(1000000) { for j in range(1000000) { let x = calc.sqrt(i + j) } }`

/** As an administrator reads them under the button. */
/** Of the template that is put in once more with an older one. */
const { version: SHIPPED_VERSION } = JSON.parse(
  readFileSync('media/posters/notice-a4/schema.json', 'utf8'),
) as { readonly version: number }

const CASES: readonly (readonly [name: string, zip: () => Uint8Array | Files, zh: string, en: string])[] = [
  [
    'no zip',
    () => strToU8('PDF'),
    '模板包不能用：不是 .zip 文件，或者没有传完整',
    'The template package cannot be used: it is no .zip file, or not all of it arrived',
  ],
  [
    'half a zip',
    () => zipOf(goodFiles()).subarray(0, 900),
    '模板包不能用：不是 .zip 文件，或者没有传完整',
    'The template package cannot be used: it is no .zip file, or not all of it arrived',
  ],
  [
    'another name inside',
    () => {
      const z = Uint8Array.from(zipOf(goodFiles()))
      z[300] = (z[300] ?? 0) ^ 0xff
      return z
    },
    '模板包不能用：schema.json 在包里有两个名字',
    'The template package cannot be used: schema.json has two names in it',
  ],
  [
    'a symlink',
    () => linked,
    '模板里不能有链接：template.typ 不是普通文件',
    'Not allowed in a template: links; template.typ is no plain file',
  ],
  [
    'a password',
    locked,
    '模板包不能用：template.typ 加了密码，请去掉密码再打包',
    'The template package cannot be used: template.typ has a password; pack it without',
  ],
  [
    'a path that leads out',
    () => ({ '../evil.typ': 'x' }),
    '模板里不能有通到外面的路径：../evil.typ',
    'Not allowed in a template: paths that lead out: ../evil.typ',
  ],
  [
    'too many files',
    () => Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`${i}.typ`, ''])),
    '模板包不能用：有 61 个文件，最多 60 个',
    'The template package cannot be used: it holds 61 files, 60 at most',
  ],
  [
    'a bomb',
    () => ({ ...goodFiles(), 'x.png': new Uint8Array(15 * 1024 * 1024) }),
    '模板包不能用：x.png 解开后大了 1024 倍，不像正常文件',
    'The template package cannot be used: x.png grows 1024 times when unpacked, as no honest file does',
  ],
  [
    'too much',
    () => zipSync({ 'x.png': [new Uint8Array(17 * 1024 * 1024), { level: 0 }] }),
    '模板包不能用：超过 8 MB',
    'The template package cannot be used: it is larger than 8 MB',
  ],
  [
    'too much unpacked',
    () => ({
      'a.png': Buffer.alloc(
        17 * 1024 * 1024,
        Buffer.from(Array.from({ length: 997 }, (_, i) => (i * 7919) % 251)),
      ),
    }),
    '模板包不能用：解开后有 17 MB，最多 16 MB',
    'The template package cannot be used: unpacked it is 17 MB, 16 MB at most',
  ],
  [
    'a program',
    () => ({ ...goodFiles(), 'run.wasm': 'x' }),
    '模板里不能有 run.wasm：只收 .typ、.json、.png、.jpg 文件，不分文件夹，名字用字母和数字',
    'Not allowed in a template: run.wasm; only .typ, .json, .png and .jpg files, in no folders, named in letters and digits',
  ],
  [
    'a missing file',
    () => {
      const { 'sample.json': _, ...rest } = goodFiles()
      return rest
    },
    '模板包不能用：缺少 sample.json（样稿）',
    'The template package cannot be used: sample.json (its sample) is missing',
  ],
  [
    'a broken schema',
    () => ({ ...goodFiles(), 'schema.json': '{' }),
    '模板说明（schema.json）有错：schema.json 不是正确的 JSON，检查引号、逗号和括号',
    'The template’s schema.json is wrong: schema.json is no valid JSON; look at its quotes, commas and brackets',
  ],
  [
    'a broken sample',
    () => ({ ...goodFiles(), 'sample.json': '{' }),
    '模板包不能用：sample.json 不是正确的 JSON，检查引号、逗号和括号',
    'The template package cannot be used: sample.json is no valid JSON; look at its quotes, commas and brackets',
  ],
  [
    'schema a list',
    () => ({ ...goodFiles(), 'schema.json': '[]' }),
    '模板说明（schema.json）有错：schema.json 要是 { "名字": 值 } 的样子，现在是 []',
    'The template’s schema.json is wrong: schema.json must be like { "name": value }, and is []',
  ],
  [
    'no id',
    () => withSchema({ id: undefined }),
    '模板说明（schema.json）有错：id 没有写，要由小写字母、数字、短横组成，最多 41 个',
    'The template’s schema.json is wrong: id is missing; it must be small letters, digits and hyphens, 41 at most',
  ],
  [
    'a wrong id',
    () => withSchema({ id: '通知' }),
    '模板说明（schema.json）有错：id 要由小写字母、数字、短横组成，最多 41 个，现在是 "通知"',
    'The template’s schema.json is wrong: id must be small letters, digits and hyphens, 41 at most, and is "通知"',
  ],
  [
    'a wrong version',
    () => withSchema({ version: 0 }),
    '模板说明（schema.json）有错：version 要是 1 到 9999 的整数，现在是 0',
    'The template’s schema.json is wrong: version must be a whole number from 1 to 9999, and is 0',
  ],
  [
    'a wrong kind',
    () => withSchema({ kinds: ['poem'] }),
    '模板说明（schema.json）有错：kinds[0] 只能是 "case"、"technique"、"slogan"，现在是 "poem"',
    'The template’s schema.json is wrong: kinds[0] must be one of "case", "technique", "slogan", and is "poem"',
  ],
  [
    'kinds twice',
    () => withSchema({ kinds: ['case', 'case'] }),
    '模板说明（schema.json）有错：kinds 有重复的：["case","case"]',
    'The template’s schema.json is wrong: kinds holds the same twice: ["case","case"]',
  ],
  [
    'no sizes',
    () => withSchema({ sizes: [] }),
    '模板说明（schema.json）有错：sizes 要是一个列表，有 1 到 12 项，现在是 []',
    'The template’s schema.json is wrong: sizes must be a list of 1 to 12, and is []',
  ],
  [
    'a misspelt member',
    () => withSchema({ colour: 'red' }),
    '模板说明（schema.json）有错：colour 没有这一项，看看是不是写错了',
    'The template’s schema.json is wrong: colour is no member there is; is it misspelt?',
  ],
  [
    'a wrong contact',
    () => withSchema({ contact: 'yes' }),
    '模板说明（schema.json）有错：contact 只能是 true、false，现在是 "yes"',
    'The template’s schema.json is wrong: contact must be one of true, false, and is "yes"',
  ],
  [
    'a wrong width',
    () =>
      withSchema({
        sizes: [
          {
            id: 'a4',
            name_zh: 'A4',
            name_en: 'A4',
            widthMm: '210',
            heightMm: 297,
            scale: 1,
            ways: ['office'],
          },
        ],
      }),
    '模板说明（schema.json）有错：sizes[0].widthMm 要是 20 到 20000 的数，现在是 "210"',
    'The template’s schema.json is wrong: sizes[0].widthMm must be a number from 20 to 20000, and is "210"',
  ],
  [
    'office at a tenth',
    () =>
      withSchema({
        sizes: [
          {
            id: 'a4',
            name_zh: 'A4',
            name_en: 'A4',
            widthMm: 2100,
            heightMm: 2970,
            scale: 0.1,
            ways: ['office'],
          },
        ],
      }),
    '模板说明（schema.json）有错：sizes[0].ways 不能有 "office"：缩小的文件只有打印店能放大',
    'The template’s schema.json is wrong: sizes[0].ways must not have "office": only a print shop enlarges a page made smaller',
  ],
  [
    'photo of no size',
    () => withSchema({ photo: { a9: { widthMm: 10, heightMm: 10 } } }),
    '模板说明（schema.json）有错：photo.a9 不是 sizes 里的尺寸',
    'The template’s schema.json is wrong: photo.a9 is none of the sizes',
  ],
  [
    'a shipped version',
    () => withSchema({ id: 'notice-a4', version: 1 }),
    `模板说明（schema.json）有错：version 是 1，现在用的已经是 ${SHIPPED_VERSION}，请写更大的数`,
    `The template’s schema.json is wrong: version is 1, and ${SHIPPED_VERSION} is in use; it must be higher`,
  ],
  [
    'a package',
    () => withSource('#import "@preview/cetz:0.3.0": *'),
    '模板里不能有 @preview/cetz（外来的包），在 template.typ 第 1 行',
    'Not allowed in a template: @preview/cetz (packages from outside), template.typ line 1',
  ],
  [
    'inputs',
    () => withSource('#let d = json(bytes(sys.inputs.sheet))'),
    '模板里不能有 sys.inputs（里面是空的，内容请用 sheet-data），在 template.typ 第 1 行',
    'Not allowed in a template: sys.inputs (is empty; the words are in sheet-data), template.typ line 1',
  ],
  [
    'an address',
    () => withSource('#link("https://evil.cn")'),
    '模板里不能有 https:（网址，模板不联网），在 template.typ 第 1 行',
    'Not allowed in a template: https: (an address; templates use no network), template.typ line 1',
  ],
  [
    'a path up',
    () => withSource('#read("../x")'),
    '模板里不能有 ../（通到外面的路径），在 template.typ 第 1 行',
    'Not allowed in a template: ../ (a path that leads out), template.typ line 1',
  ],
  [
    'a fault',
    () => withSource(`${HEAD}#let x = `),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：template.typ 第 3 行，写法不对（expected expression）',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): template.typ line 3, expected expression',
  ],
  [
    'a name nobody knows',
    () => withSource(`${HEAD}#show: sheet.with(d)\n#titel(d)`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：template.typ 第 4 行，没有“titel”这个名字',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): template.typ line 4, unknown variable: titel',
  ],
  [
    'a file that is not there',
    () => withSource(`${HEAD}#show: sheet.with(d)\n#image("logo.png")`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：template.typ 第 4 行，找不到文件，模板只能读自己文件夹里的',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): template.typ line 4, file not found',
  ],
  [
    'a file of the machine',
    () => withSource(`${HEAD}#read("/etc/hostname")`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：template.typ 第 3 行，找不到文件，模板只能读自己文件夹里的',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): template.typ line 3, file not found',
  ],
  [
    'a character no font has',
    () => withSource(`${GOOD}\n#place(top)[𠮷]`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：字库里没有这个字：𠮷',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): The font lacks this character: 𠮷',
  ],
  [
    'no elements',
    () => withSource(`${HEAD}#show: sheet.with(d)\n#d.title`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：模板少了必须有的内容：印制单位、签发日期、有效期、电话、二维码（或没有的原因）、核验码、“到期请撕”',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): The template lacks what every sheet must carry: the issuer, the date of issue, the last day it is valid, the hotline, the QR code (or why there is none), the check code, the line 到期请撕',
  ],
  [
    'a font of the machine',
    () => withSource(`${GOOD}\n#place(top, text(font: "New Computer Modern", d.hotline.number))`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：版面用了规定以外的字体：NewCM10-Regular，只能用 Noto Sans SC',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): The layout uses other fonts: NewCM10-Regular; only Noto Sans SC is allowed',
  ],
  [
    'a page too many',
    () => withSource(`${GOOD}\n#pagebreak(weak: false)\n#d.title`),
    '模板试排没有通过（用样稿 sample.json、案例、A4、办公室A4打印机）：版面排出来是2面，schema.json 的 pages 写的是1',
    'The template failed its trial (with its sample.json, case, A4, office A4 printer): The layout makes 2 pages; pages in schema.json says 1',
  ],
  [
    'overflow',
    () => withSource(`${GOOD}\n#if d.title.starts-with("张阿姨") and d.qr != none { overflow("title", 99) }`),
    '模板试排没有通过（用最长的内容、案例、A4、办公室A4打印机）：标题放不下：最多24个字，现在99个字。请改短',
    'The template failed its trial (with the longest words, case, A4, office A4 printer): title: It does not fit: at most 24 characters, now 99. Please shorten it',
  ],
  [
    'no sample of its kinds',
    () => ({ ...goodFiles(9), 'sample.json': '{"kind":"poem"}' }),
    '模板试排没有通过（用样稿 sample.json）：样稿的 kind 不在 schema.json 的 kinds 里，或者少了文字',
    'The template failed its trial (with its sample.json): its kind is none of the kinds in schema.json, or some of its words are missing',
  ],
  [
    'words of its own',
    () => withSource(`${GOOD}\n#place(top)[越催越不急]`),
    '版面上有这些字，内容里没有，schema.json 的 standing 里也没写明：越催越不急',
    'Words on the sheet that are neither of the content nor declared as standing in schema.json: 越催越不急',
  ],
  [
    'endless',
    () => withSource(endless),
    '模板排版用时超过3秒，最多2秒',
    'The template takes more than 3 s to set; at most 2 s are allowed',
  ],
]

describe('TPL-24 PRT-18 the gate says in both languages what is wrong and where', () => {
  it.each(CASES)('TPL-24 %s', async (_, zip, zh, en) => {
    expect(await said(zip())).toEqual([zh, en])
  })

  it('TPL-24 no sentence of another language stands in one, and no code', () => {
    for (const [, , zh, en] of CASES) {
      expect(zh.replace(/“.*?”|（expected .*?）/g, '')).not.toMatch(/[A-Za-z]{2,} [a-z]{2,}|PRINT_|TEMPLATE_/)
      expect(en.replace(/到期请撕|"通知"|𠮷|: 越催越不急$/g, '')).not.toMatch(
        /\p{Script=Han}|PRINT_|TEMPLATE_/u,
      )
    }
  })
})
