/** Every door a picture comes in by: who may, what stays of what failed, and never by address. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../../cms/records/transaction.ts'
import { decideFiles } from '../../../cms/uploads/keep-file.ts'
import { fillPorts } from '../../../cms/base/ports.ts'
import { storePhoto } from '../../../cms/postings/photo.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'

const codes = ({ status, body }: Answer): unknown[] => [
  status,
  ...(body.errors ?? []).map(({ code }) => code),
]

/** Who may put no picture among those of contents, and who may send no photo but through a posting. */
const OTHERS: readonly (PersonName | undefined)[] = [undefined, 'reviewer', 'issuer', 'operator', 'village']
const NOBODY: readonly (PersonName | undefined)[] = [undefined, 'village', 'everything']

describe.each(databases)('uploads on $name', (database) => {
  let desk: Desk
  let cleaned = 0
  let shade = 0
  let moving = false

  const folderOf = (slug: string): string =>
    desk.payload.collections[slug as CollectionSlug].config.upload.staticDir ?? ''
  const filesIn = (slug: string): readonly string[] =>
    existsSync(folderOf(slug)) ? readdirSync(folderOf(slug)).sort() : []
  const rowsIn = async (slug: string): Promise<number> =>
    (await desk.payload.count({ collection: slug as CollectionSlug, overrideAccess: true })).totalDocs

  /** Another picture each time. */
  const picture = (): Promise<Buffer> => {
    shade += 1
    return sharp({ create: { width: 16, height: 12, channels: 3, background: { r: shade, g: 9, b: 9 } } })
      .png()
      .toBuffer()
  }
  const send = (bytes: Buffer, as?: PersonName, said: object = { alt: '一张图' }, to = 'POST /media') => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
    form.set('_payload', JSON.stringify(said))
    const [method = '', where = ''] = to.split(' ')
    return desk.rest(method, where, { ...(as && { as }), form })
  }
  const stored = async (): Promise<{ readonly id: string; readonly bytes: Buffer }> => {
    const bytes = await picture()
    const { body } = await send(bytes, 'author')
    return { bytes, id: (body['doc'] as { id: string }).id }
  }

  beforeAll(async () => {
    desk = await openDesk(database)
    const { ports } = desk
    fillPorts({
      ...ports,
      cleanImage: (bytes) => {
        cleaned += 1
        return moving
          ? ports.cleanImage(bytes).then((made) => ({ ...made, moving }))
          : ports.cleanImage(bytes)
      },
    })
  })
  afterAll(() => desk.close())

  it('CMS-80 who may not is refused before anything is decoded, kept or looked up', async () => {
    const known = await stored()
    const before = [cleaned, filesIn('media'), filesIn('posting-photos')]
    for (const slug of ['media', 'posting-photos'])
      for (const as of slug === 'media' ? OTHERS : NOBODY)
        for (const bytes of [known.bytes, await picture()])
          for (const door of [
            `POST /${slug}`,
            `PATCH /${slug}/${known.id}`,
            `PATCH /${slug}?where[alt][exists]=true`,
          ]) {
            const answer = await send(bytes, as, {}, door)
            const wanted = as ? [403, 'NOT_ALLOWED'] : [401, 'NOT_SIGNED_IN']
            expect(codes(answer), `${as} ${door}`).toEqual(wanted)
            expect(JSON.stringify(answer.body)).not.toContain(known.id)
          }
    expect([cleaned, filesIn('media'), filesIn('posting-photos')]).toEqual(before)
  })

  it('CMS-80 strangers and other roles send no template and no photo of a posting', async () => {
    const { id } = await stored()
    const before = cleaned
    for (const door of ['/poster-templates/judge', '/poster-templates/install', `/postings/${id}/takedown`])
      expect(codes(await send(await picture(), undefined, {}, `POST ${door}`)), door).toEqual([
        401,
        'NOT_SIGNED_IN',
      ])
    for (const door of ['/poster-templates/judge', '/poster-templates/install'])
      expect(codes(await send(await picture(), 'author', {}, `POST ${door}`)), door).toEqual([
        403,
        'ROLE_MISSING',
      ])
    expect(cleaned).toBe(before)
  })

  /** Runs `work` while every new picture meets this hook, after its file was laid down. */
  const withHook = async <T>(slug: string, hook: () => void, work: () => Promise<T>): Promise<T> => {
    const { hooks } = desk.payload.collections[slug as CollectionSlug].config
    const later = ({ doc }: { doc: unknown }) => {
      hook()
      return doc
    }
    hooks.afterChange.push(later)
    try {
      return await work()
    } finally {
      hooks.afterChange.splice(hooks.afterChange.indexOf(later), 1)
    }
  }
  const fails = (message: string) => (): never => {
    throw new Error(message)
  }

  it('CMS-81 nothing stays of a picture whose form is wrong, whose row the database refuses, or whose hooks fail', async () => {
    const before = [filesIn('media'), await rowsIn('media')]
    const seen: string[] = []
    expect(codes(await send(await picture(), 'author', {}))).toEqual([400, 'TEXT_EMPTY'])
    const { create } = desk.payload.db
    desk.payload.db.create = async (args) =>
      args.collection === 'media'
        ? fails('SQLITE_FULL: database or disk is full')()
        : create.call(desk.payload.db, args)
    expect(codes(await send(await picture(), 'author'))).toEqual([503, 'DATABASE_READ_ONLY'])
    desk.payload.db.create = create
    const look = (): void => void seen.push(...filesIn('media'))
    const answer = await withHook(
      'media',
      () => (look(), fails('later')()),
      async () => send(await picture(), 'author'),
    )
    expect(answer.status).toBe(500)
    // It had been there by then.
    expect(seen.length).toBeGreaterThan((before[0] as string[]).length)
    expect([filesIn('media'), await rowsIn('media')]).toEqual(before)
  })

  it('CMS-81 nor of one in a transaction that is rolled back later', async () => {
    const unit = String(
      (
        await desk.payload.create({
          collection: 'units',
          data: { name: '石桥村', kind: 'village' },
          overrideAccess: true,
        })
      ).id,
    )
    const before = [filesIn('posting-photos'), await rowsIn('posting-photos')]
    const posted = async (after: () => void) => {
      const req = await desk.requestOf('village')
      const clean = await desk.ports.cleanImage(await picture())
      return inTransaction(req, async () => {
        await storePhoto(req, clean, unit)
        after()
      })
    }
    await expect(posted(fails('later'))).rejects.toThrow('later')
    expect([filesIn('posting-photos'), await rowsIn('posting-photos')]).toEqual(before)
    await posted(() => undefined)
    expect(filesIn('posting-photos').length).toBe((before[0] as string[]).length + 1)
  })

  it('CMS-81 bytes that another row names stay when a second sending of them fails', async () => {
    const { bytes, id } = await stored()
    const { filename } = await desk.payload.findByID({ collection: 'media', id, overrideAccess: true })
    expect(codes(await send(bytes, 'author'))).toEqual([409, 'IMAGE_ALREADY_STORED'])
    const { find } = desk.payload.db
    // Both looked before either wrote.
    desk.payload.db.find = (async (args: Parameters<typeof find>[0]) =>
      args.collection === 'media' ? { docs: [] } : find.call(desk.payload.db, args)) as typeof find
    const second = await send(bytes, 'second')
    desk.payload.db.find = find
    expect(codes(second)).toEqual([409, 'VALUE_TAKEN'])
    expect(filesIn('media')).toContain(filename)
  })

  it('CMS-81 what a crash left is decided by the rows at the next start', async () => {
    const { id } = await stored()
    const { filename } = await desk.payload.findByID({ collection: 'media', id, overrideAccess: true })
    const left = [`${'0'.repeat(64)}.png`, String(filename)]
    for (const slug of ['media', 'posting-photos']) {
      mkdirSync(folderOf(slug), { recursive: true })
      for (const name of slug === 'media' ? left : left.slice(0, 1)) {
        writeFileSync(path.join(folderOf(slug), `${name}.part`), '')
        if (name !== filename) writeFileSync(path.join(folderOf(slug), name), 'half')
      }
    }
    // Older than this product's own marks, or laid there by hand: nobody knows whose it is.
    writeFileSync(path.join(folderOf('media'), 'old.png'), 'old')
    await decideFiles(desk.payload)
    expect(filesIn('media')).toEqual(expect.arrayContaining([filename, 'old.png']))
    for (const slug of ['media', 'posting-photos']) {
      expect(filesIn(slug)).not.toContain(left[0])
      expect(filesIn(slug).filter((name) => name.endsWith('.part'))).toEqual([])
    }
  })

  it('IMG-5 who sends a picture that moves is told that its first frame was taken; nothing of it is stored', async () => {
    moving = true
    const { body } = await send(await picture(), 'author')
    moving = false
    const { id, told } = body['doc'] as { id: string; told?: unknown }
    expect(told).toMatchObject([{ code: 'IMAGE_FIRST_FRAME', field: 'file' }])
    expect((await desk.rest('GET', `/media/${id}`, { as: 'author' })).body['told']).toBeUndefined()
    const still = await send(await picture(), 'author')
    expect((still.body['doc'] as { told?: unknown }).told).toBeUndefined()
  })

  it('CMS-82 no collection takes a picture by address, from whoever, in whatever body, and nothing is fetched', async () => {
    let fetched = 0
    const away = createServer((_req, res) => {
      fetched += 1
      res.end()
    }).listen(0, '127.0.0.1')
    await once(away, 'listening')
    const { port } = away.address() as { port: number }
    const { id } = await stored()
    const before = filesIn('media')
    const addresses = [
      `http://127.0.0.1:${port}/a.png`,
      'https://example.com/a.png',
      '//example.com/a.png',
      'file:///etc/passwd',
      ' HTTP://example.com/a.png',
    ]
    const uploads = desk.config.collections.filter(({ upload }) => upload).map(({ slug }) => slug)
    expect(uploads).toEqual(['media', 'posting-photos'])
    for (const slug of uploads)
      for (const url of addresses) {
        const json = { url, filename: 'a.png', alt: '一张图' }
        const form = new FormData()
        form.set('_payload', JSON.stringify(json))
        const wanted = slug === 'media' ? [400, 'IMAGE_BY_ADDRESS'] : [403, 'NOT_ALLOWED']
        for (const as of ['author', 'administrator', 'everything'] as const)
          for (const door of [
            `POST /${slug}`,
            `PATCH /${slug}/${id}`,
            `PATCH /${slug}?where[id][equals]=${id}`,
          ]) {
            const [method = '', where = ''] = door.split(' ')
            expect(codes(await desk.rest(method, where, { as, json })), `${door} ${url}`).toEqual(wanted)
            expect(codes(await desk.rest(method, where, { as, form })), `${door} ${url}`).toEqual(wanted)
          }
        const pasted = await desk.rest('GET', `/${slug}/paste-url?src=${encodeURIComponent(url)}`, {
          as: 'everything',
        })
        expect(pasted.status, url).toBeGreaterThanOrEqual(400)
        expect(pasted.status, url).toBeLessThan(500)
      }
    expect(
      codes(
        await desk.rest('POST', '/media', {
          as: 'author',
          json: { url: `/api/media/file/${before[0]}`, filename: before[0], alt: '抄' },
        }),
      ),
    ).toEqual([400, 'IMAGE_BY_ADDRESS'])
    expect(codes(await desk.rest('POST', '/media', { as: 'author', json: { alt: '没有文件' } }))).toEqual([
      400,
      'TEXT_EMPTY',
    ])
    expect(
      codes(
        await desk.rest('PATCH', `/media/${id}?uploadEdits[crop][x]=1`, {
          as: 'author',
          json: { alt: '剪' },
        }),
      ),
    ).toEqual([403, 'FIELD_NOT_WRITABLE'])
    // The desk's own form sends back what it was given.
    const { url, filename } = await desk.payload.findByID({ collection: 'media', id, overrideAccess: true })
    expect(
      (await desk.rest('PATCH', `/media/${id}`, { as: 'author', json: { alt: '新的', url, filename } }))
        .status,
    ).toBe(200)
    expect(filesIn('media')).toEqual(before)
    expect(fetched).toBe(0)
    away.close()
  })
})
