/** What a town keeps from other accounts of its machine, from other sites and from caches. */
import { chmodSync, lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../e2e/api.ts'
import { firstPeople, openServer, type TestServer } from './server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openServer({ seed: 'demo', fresh: true, env: { PUBLIC_URL: 'https://town.example' } })
})
afterAll(() => server?.close())

const everything = (folder: string): readonly string[] => [
  folder,
  ...readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return lstatSync(path).isDirectory() ? everything(path) : [path]
  }),
]

const modes = (): readonly string[] =>
  everything(server.dataDir).map((path) => {
    const found = lstatSync(path)
    return `${found.isDirectory() ? 'folder' : 'file'} ${(found.mode & 0o777).toString(8)} ${path}`
  })
const open = (): readonly string[] => modes().filter((line) => !/^(?:folder 700|file 600) /.test(line))

describe.runIf(process.platform !== 'win32')('ADP-30 the data folder', () => {
  it('ADP-30 a town makes every folder and file for its owner alone', () => {
    expect(open()).toEqual([])
    const names = modes().join('\n')
    for (const name of ['keys/town.pem', '/uploads/', '/postings/', '/objects/', 'first-passwords.txt'])
      expect(names).toContain(name)
    if (!server.mongodb) expect(names).toContain('silver-shield.db-wal')
  })

  it('ADP-30 a folder of an older version is mended at the start, and what is not ours is left', async () => {
    await server.stop()
    for (const path of everything(server.dataDir))
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644)
    const foreign = join(server.dataDir, 'backup.tar')
    writeFileSync(foreign, 'theirs')
    chmodSync(foreign, 0o640)
    expect(open().length).toBeGreaterThan(20)
    await server.start()
    expect(open()).toEqual([`file 640 ${foreign}`])
    rmSync(foreign)
    const { administrator } = firstPeople(server.dataDir)
    await signIn(server.origin, administrator ?? { username: '', password: '' })
    expect(open()).toEqual([])
  })

  it.runIf(!process.env['TEST_MONGODB_URI'])(
    'ADP-30 a database file that lies elsewhere is closed too',
    async () => {
      await server.stop()
      const folder = `${server.dataDir}-elsewhere`
      const there = `${folder}.db`
      renameSync(join(server.dataDir, 'silver-shield.db'), there)
      chmodSync(there, 0o644)
      const other = await openServer({ file: true, fresh: true, env: { DATABASE_URI: `file:${there}` } })
      const seen = ['', '-wal', '-shm'].map((end) => (lstatSync(there + end).mode & 0o777).toString(8))
      await other.close()
      renameSync(there, join(server.dataDir, 'silver-shield.db'))
      await server.start()
      expect(seen).toEqual(['600', '600', '600'])
    },
  )
})

const ADDRESSES = [
  '/api/nothing',
  '/api/users/me',
  '/api/media',
  '/api/globals/town',
  '/api/demo/wall',
  '/api/demo/nothing',
  '/api/print/catalogue',
  '/api/print/codes/2222-2222',
  '/api/media/file/nothing.jpg',
  '/api/cases?limit=99999999999',
  '/api/%',
]

describe('ADP-31 ADP-33 headers', () => {
  it('ADP-33 no answer of /api is kept, whoever asks and however it ends', async () => {
    const { author } = firstPeople(server.dataDir)
    const { cookie, get } = await signIn(server.origin, author ?? { username: '', password: '' })
    const { docs } = await get<{ docs: { filename: string }[] }>('/api/media?limit=1')
    const picture = `/api/media/file/${docs[0]?.filename}`
    for (const path of [...ADDRESSES, picture])
      for (const [name, value] of [
        ['accept', '*/*'],
        ['cookie', cookie],
        ['origin', 'https://evil.example'],
      ] as const) {
        const answer = await fetch(server.origin + path, { headers: { [name]: value } })
        await answer.arrayBuffer()
        expect(answer.headers.get('cache-control'), path).toBe('no-store')
        expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'")
      }
    const posted = await fetch(`${server.origin}/api/users/logout`, { method: 'POST', headers: { cookie } })
    expect(posted.headers.get('cache-control')).toBe('no-store')
  })

  it('ADP-31 every answer forbids framing and guessing, and by https all else', async () => {
    for (const path of ['/', '/healthz', '/display', '/display/sw.js', '/v', '/screens/x', ...ADDRESSES]) {
      const { headers } = await fetch(server.origin + path, { redirect: 'manual' })
      expect(headers.get('content-security-policy'), path).toMatch(/(?:^|; )frame-ancestors 'self'(?:;|$)/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('permissions-policy'), path).toContain('camera=()')
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    }
  })
})
