import { createServer } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTypst, typstChild, type Typst, type TypstJob } from '../../src/adapters/typst/index.ts'
import { differenceBetween } from '../looks/compare.ts'
import { TYPST_CHILD } from '../templates/children.ts'
import { makeWorkspace, painted, readPdf, sheetJob, type Workspace } from './typst-sheets.ts'

let work: Workspace
const engines = {} as Record<'native' | 'wasm', Typst>

beforeAll(() => {
  work = makeWorkspace()
  const open = (engine: 'native' | 'wasm') =>
    openTypst({ templates: work.folder, ...TYPST_CHILD, engine, workers: 1 })
  engines.native = open('native')
  engines.wasm = open('wasm')
})

afterAll(async () => {
  await Promise.all([engines.native.stop(), engines.wasm.stop()])
  work.remove()
})

type Refused = { readonly code: string; readonly got?: string; readonly hint?: string }

const refusalOf = async (typst: Typst, job: TypstJob): Promise<Refused | 'set'> =>
  typst.run(job, 'a').then(
    () => 'set' as const,
    (error: { refusals: readonly Refused[] }) => error.refusals[0] ?? 'set',
  )

const text = async (typst: Typst, job: TypstJob): Promise<string> => {
  const { pdf } = await typst.run(job, 'a')
  return (await readPdf(pdf ?? new Uint8Array())).texts.map(({ text }) => text).join('')
}

describe.each(['native', 'wasm'] as const)('TYP-1 the same answers from the engine, %s', (name) => {
  const typst = (): Typst => engines[name]
  const job = (template: string, sheet?: object, more?: Partial<TypstJob>): TypstJob =>
    sheetJob(work.folder, template, sheet, more)

  it('TYP-1 sets a sheet, with the library of its workspace, and answers what the template tells of itself', async () => {
    const { pdf, query, standard, ms } = await typst().run(
      job('notice', undefined, { query: ['<ss-element>', '<ss-overflow>'] }),
      'a',
    )
    expect(query).toEqual({
      '<ss-element>': [
        { element: 'issuer', page: 1, x: expect.closeTo(17.6, 1), y: 2.5 },
        { element: 'code', words: '高息返利是鱼饵' },
      ],
      '<ss-overflow>': [],
    })
    expect(ms).toBeGreaterThan(0)
    const archive = Buffer.from(pdf ?? []).includes('pdfaid')
    expect(standard).toBe(archive ? 'a-2b' : 'plain')
    expect(typst().state().as).toBe(name)
    expect((await readPdf(pdf ?? new Uint8Array())).sizes).toEqual([
      [0, 0, 595, 420],
      [0, 0, 595, 420],
    ])
  })

  it('TYP-2 words are data: markup is printed as it stands', async () => {
    const title = '#read("/etc/passwd") *粗* $x$ <script> {1+1} \\ "'
    expect(await text(typst(), job('notice', { title, lines: [] }))).toContain(title.replace(/ +/g, ' '))
  })

  it('TYP-3 a character without a glyph is refused by name', async () => {
    expect(await refusalOf(typst(), job('notice', { title: '上𠮷下😱', lines: [] }))).toMatchObject({
      code: 'PRINT_GLYPH_MISSING',
      got: '𠮷 😱',
    })
  })

  it('TYP-4 files of one job are there for that job only', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer()
    const path = '/photo/jobs/one.jpg'
    const sheet = { photo: path }
    expect(await refusalOf(typst(), job('photo', sheet, { files: [{ path, bytes }] }))).toBe('set')
    expect(await refusalOf(typst(), job('photo', sheet))).toMatchObject({ code: 'PRINT_SHEET_FAILED' })
    const broken = [{ path, bytes: bytes.subarray(0, 10) }]
    expect(await refusalOf(typst(), job('photo', sheet, { files: broken }))).toMatchObject({
      code: 'PRINT_SHEET_FAILED',
    })
    expect(await refusalOf(typst(), job('photo', sheet, { files: [{ path, bytes }] }))).toBe('set')
  })

  it.each(['outside', 'absolute', 'packaged', 'local'])(
    'TYP-4 a template reads nothing %s',
    async (template) => {
      const refused = await refusalOf(typst(), job(template))
      expect(refused).toMatchObject({ code: 'PRINT_SHEET_FAILED' })
    },
  )

  it('TYP-4 no path of a job leads out of its workspace', async () => {
    expect(await refusalOf(typst(), { ...job('notice'), main: '../x.typ' })).toMatchObject({
      hint: 'a path leads out of the template folder',
    })
    const files = [{ path: 'a/../../x.jpg', bytes: Buffer.from('x') }]
    expect(await refusalOf(typst(), job('notice', undefined, { files }))).toMatchObject({
      hint: 'a path leads out of the template folder',
    })
  })

  it('TYP-4 a folder with a symlink in it is refused whole', async () => {
    const planted = makeWorkspace()
    planted.link('notice/secret.txt', '/etc/hostname')
    expect(await refusalOf(typst(), sheetJob(planted.folder, 'notice'))).toMatchObject({
      code: 'PRINT_SHEET_FAILED',
      hint: 'not a plain file: secret.txt',
    })
    planted.remove()
  })

  it.each([
    ['broken', 'template.typ:2: expected expression'],
    ['lacking', 'dictionary does not contain key "nothing"'],
    ['while', 'condition is always true'],
    ['recursive', 'maximum function call depth exceeded'],
  ])('TYP-5 %s is a fault told in one sentence', async (template, words) => {
    const refused = await refusalOf(typst(), job(template, { title: '', lines: [] }))
    expect(refused).toMatchObject({ code: 'PRINT_SHEET_FAILED', hint: expect.stringContaining(words) })
    expect(JSON.stringify(refused)).not.toContain(work.folder)
  })

  it('TYP-9 draws a preview whole, or the page that is asked for', async () => {
    const box = async (svgPage?: number) => {
      const { svg } = await typst().run(
        job('notice', undefined, { pdf: null, svg: true, ...(svgPage && { svgPage }) }),
        'a',
      )
      return /viewBox="([^"]+)"/
        .exec(svg ?? '')?.[1]
        ?.split(' ')
        .map(Number)
    }
    // The WASM renderer rounds each page up to whole points where it puts them under one another.
    expect(await box()).toEqual([0, 0, 595, 839].map((n) => expect.closeTo(n, -1)))
    expect(await box(2)).toEqual([0, 420, 595.3, 419.5].map((n) => expect.closeTo(n, 0)))
  })

  it('TYP-9 a template that was changed is read anew', async () => {
    work.write('fresh/template.typ', '一')
    await typst().run(job('fresh', {}, { pdf: 'plain' }), 'a')
    work.write('fresh/template.typ', '#metadata(2) <n>')
    const { query } = await typst().run(job('fresh', {}, { pdf: null, query: ['<n>'] }), 'a')
    expect(query).toEqual({ '<n>': [2] })
  })
})

describe('TYP-1 the two builds of the engine', () => {
  it('TYP-1 put every word in the same place', async () => {
    const job = sheetJob(work.folder, 'notice')
    const [native, wasm] = await Promise.all([engines.native.run(job, 'a'), engines.wasm.run(job, 'a')])
    expect(await readPdf(native.pdf ?? new Uint8Array())).toEqual(await readPdf(wasm.pdf ?? new Uint8Array()))
  })

  it('TYP-1 the archive standard is native only, and refuses what it must', async () => {
    const press = sheetJob(work.folder, 'cmyk')
    expect(await refusalOf(engines.native, press)).toMatchObject({ hint: expect.stringContaining('CMYK') })
    expect(await refusalOf(engines.native, { ...press, pdf: 'plain' })).toBe('set')
  })

  it('TYP-1 TYP-10 draw the same picture of a page, with nothing in it that is not seen', async () => {
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer()
    const files = [{ path: 'job/photo.jpg', bytes }]
    const drawn = (engine: Typst, template: string, sheet?: object) =>
      engine.run(sheetJob(work.folder, template, sheet, { pdf: null, svg: true, svgPage: 1, files }), 'a')
    const second = sheetJob(work.folder, 'notice', undefined, { pdf: null, svg: true, svgPage: 2 })
    const { svg = '' } = await engines.wasm.run(second, 'a')
    // The second page says one character.
    expect(svg.match(/class="outline_glyph"/g)).toHaveLength(1)
    for (const [template, sheet] of [['notice'], ['photo', { photo: '/job/photo.jpg' }]] as const) {
      const [native, wasm] = await Promise.all(
        [engines.native, engines.wasm].map(
          async (engine) => (await drawn(engine, template, sheet)).svg ?? '',
        ),
      )
      expect(wasm).not.toMatch(/foreignObject|<script|高息/)
      expect(differenceBetween(await painted(native ?? ''), await painted(wasm ?? ''))).toBeLessThan(0.002)
    }
  })
})

describe('TYP-6 a template without end', () => {
  it('TYP-6 is stopped at its time; others go on, and its worker is back within a second', async () => {
    const typst = openTypst({ templates: work.folder, ...TYPST_CHILD, timeoutMs: 1_500 })
    await typst.run(sheetJob(work.folder, 'notice'), 'a')
    const begun = performance.now()
    const endless = refusalOf(typst, sheetJob(work.folder, 'endless'))
    const others = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        refusalOf(typst, sheetJob(work.folder, 'notice', { title: `${i}`, lines: [] })),
      ),
    )
    expect(others.every((one) => one === 'set')).toBe(true)
    expect(await endless).toMatchObject({ code: 'PRINT_TIMEOUT', limit: 2 })
    const stopped = performance.now()
    expect(stopped - begun).toBeLessThan(3_000)
    await Promise.all(
      ['a', 'b'].map((title) => typst.run(sheetJob(work.folder, 'notice', { title, lines: [] }), title)),
    )
    expect(performance.now() - stopped).toBeLessThan(1_000)
    await typst.stop()
  })
})

/** Runs with these in the server's environment, and puts back what was there. */
const withEnv = async (values: Readonly<Record<string, string>>, run: () => Promise<void>): Promise<void> => {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  try {
    await run()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

describe('TYP-4 packages', () => {
  it('TYP-4 none is taken from the network or from this machine, whatever the server’s environment says', async () => {
    const asked: string[] = []
    const proxy = createServer((socket) => socket.on('data', (data) => asked.push(String(data))))
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
    const { port } = proxy.address() as { port: number }
    const home = makeWorkspace()
    home.write('typst/packages/local/mine/1.0.0/lib.typ', '#let x = 3')
    home.write(
      'typst/packages/local/mine/1.0.0/typst.toml',
      '[package]\nname = "mine"\nversion = "1.0.0"\nentrypoint = "lib.typ"\n',
    )
    await withEnv({ HTTPS_PROXY: `http://127.0.0.1:${port}`, XDG_DATA_HOME: home.folder }, async () => {
      const typst = openTypst({ templates: work.folder, ...typstChild(), workers: 1 })
      const hints = await Promise.all(
        ['packaged', 'local'].map((template) => refusalOf(typst, sheetJob(work.folder, template))),
      )
      expect(hints).toMatchObject([
        { hint: 'template.typ:1: failed to download package' },
        { hint: 'template.typ:1: package not found' },
      ])
      await typst.stop()
    })
    home.remove()
    await new Promise((done) => proxy.close(done))
    expect(asked).toEqual([])
  })
})
