/** The database file and the object folder fail under a running town: told by code, nothing lost, all well afterwards. */
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR } from '../builders/people.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { openDesk, type Desk } from './desk.ts'
import { openFile, type SqliteFile } from './intruder.ts'
import { backOf } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

let server: TestServer
let desk: Desk
let device: Device
let other: SqliteFile
let playlist: string
let gate: Promise<void> = Promise.resolve()

const show = (content: string) =>
  desk.as.operator.patch(`/api/playlists/${playlist}`, {
    entries: [{ relationTo: 'slogans', value: content }],
  })
const ready = async () => {
  const answer = await fetch(`${server.origin}/readyz`)
  return { http: answer.status, ...((await answer.json()) as { status: string; refused: unknown[] }) }
}
const well = () =>
  expect.poll(ready, { timeout: 20_000 }).toMatchObject({ http: 200, status: 'ok', refused: [] })
const write = () =>
  desk.as.author.raw('POST', '/api/slogans?draft=true', { text: '先问家人', hotline: desk.hotline })

const onPanel = (release: string) =>
  device.until('the release', () => device.showing()?.release === release, 20_000)
/** Another process holds the file while `act` goes on. */
const whileHeld = async (act: () => Promise<void>): Promise<void> => {
  other.exec('BEGIN IMMEDIATE')
  try {
    await act()
  } finally {
    other.exec('ROLLBACK')
  }
}

beforeAll(async () => {
  server = await openServer({ file: true, staffed: true })
  desk = await openDesk(server)
  const screen = await desk.screen()
  device = openDevice(server.origin, { beforeFetch: () => gate })
  await desk.pair(device, screen)
  const first = await desk.slogan('天上不会掉馅饼')
  playlist = await desk.playlist([first.content])
  await desk.schedule(playlist, [screen])
  await onPanel(first.release)
  other = openFile(server)
})

afterAll(async () => {
  device?.disconnect()
  other?.close()
  await server?.close()
})

describe('ADP-11 a file that another process holds', () => {
  it('ADP-11 who writes is told DATABASE_BUSY, who reads and plays notices nothing, afterwards all is well', async () => {
    const shown = device.showing()?.release
    await whileHeld(async () => {
      const { status, body } = await write()
      expect([status, body]).toMatchObject([503, { errors: [{ code: 'DATABASE_BUSY' }] }])
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
      expect((await desk.as.author.get<{ docs: unknown[] }>('/api/slogans')).docs.length).toBeGreaterThan(0)
      const welcomed = backOf(device)
      device.disconnect()
      device.connect()
      await welcomed()
      expect(device.showing()?.release).toBe(shown)
    })
    expect((await write()).status).toBe(201)
    await well()
  })

  it('I9 I15 a head that cannot be put on record is told to nobody, and comes when it can', async () => {
    const next = await desk.slogan('陌生链接别乱点')
    const before = device.obeyed.length
    const opened: { now: () => void } = { now: () => undefined }
    gate = new Promise((resolve) => (opened.now = resolve))
    const hints = () => device.heard.filter(({ type }) => type === 'hint').length
    const heard = hints()
    await show(next.content)
    await device.until('the hint', () => hints() > heard)
    await whileHeld(async () => {
      opened.now()
      await expect.poll(ready, { timeout: 10_000 }).toMatchObject({ http: 503, status: 'unavailable' })
      expect(device.obeyed.length).toBe(before)
    })
    await onPanel(next.release)
    expect(device.obeyed).toEqual([...new Set(device.obeyed)].toSorted((a, b) => a - b))
    await well()
  })
})

describe('ADP-12 a disk that is full', () => {
  /** No file may grow any more, as on a full disk; `unlimited` frees it. */
  const limit = (bytes: string): void => {
    execFileSync('prlimit', [`--pid=${server.pid()}`, `--fsize=${bytes}:`])
  }

  it('ADP-12 who writes is told DATABASE_READ_ONLY and where, the town lives on, afterwards all is well', async () => {
    const shown = device.showing()?.release
    limit('0')
    const { status, body } = await write()
    expect([status, body]).toMatchObject([
      503,
      { errors: [{ code: 'DATABASE_READ_ONLY', hint: server.dataDir }] },
    ])
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
    expect(device.connected()).toBe(true)
    expect(device.showing()?.release).toBe(shown)
    limit('unlimited')
    expect((await write()).status).toBe(201)
    const next = await desk.slogan('转账之前问家人')
    await show(next.content)
    await onPanel(next.release)
    await well()
  })

  it('I15 objects that cannot be stored hold up the publish, not the town, until they can', async () => {
    const next = await desk.slogan('保本高息都是骗')
    const shown = device.showing()?.release
    const objects = join(server.dataDir, 'objects')
    renameSync(objects, `${objects}.away`)
    writeFileSync(objects, '')
    await show(next.content)
    expect((await write()).status).toBe(201)
    expect(device.showing()?.release).toBe(shown)
    rmSync(objects)
    renameSync(`${objects}.away`, objects)
    await onPanel(next.release)
    expect(device.faults).toEqual([])
    await well()
  })
})

describe('LOG-1 LOG-2 what the log holds', () => {
  /** Lines written down while `act` goes on and a statement then fails, whose request's own line is the last of them. */
  const written = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
    const from = server.log().length
    const since = () => server.log().slice(from)
    await act()
    other.exec(
      "CREATE TRIGGER planted BEFORE INSERT ON users_sessions BEGIN SELECT RAISE(ABORT, 'planted'); END",
    )
    try {
      expect((await signIn(ADMINISTRATOR.email, ADMINISTRATOR.password)).status).toBe(500)
      await expect.poll(since).toContain('"status":500')
    } finally {
      other.exec('DROP TRIGGER planted')
    }
    return since().trim().split('\n')
  }
  const signIn = (email: string, password: string) =>
    fetch(`${server.origin}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })

  it('LOG-1 a failed statement is written down without what the row held', async () => {
    const secrets = other
      .prepare('SELECT email, hash, salt FROM users WHERE email = ?')
      .get(ADMINISTRATOR.email)
    const log = (await written(async () => undefined)).join('\n')
    expect(log).toMatch(/Failed query: insert into .{0,4}users.*planted/)
    for (const secret of Object.values(secrets ?? {})) expect(log).not.toContain(String(secret).slice(0, 24))
    expect(log).not.toContain(ADMINISTRATOR.email)
  })

  it('LOG-2 what people get wrong is no fault of the server and leaves no stack', async () => {
    const log = await written(async () => {
      expect((await signIn(ADMINISTRATOR.email, 'wrong password')).status).toBe(401)
      const { author } = desk.as
      const slips = [
        ['POST', '/api/slogans', { text: 7 }],
        ['POST', `/api/slogans/${playlist}/submit`, {}],
        ['PATCH', '/api/slogans/nowhere', { text: '好' }],
        ['GET', '/api/slogans?where[nothing][equals]=S3CRET', undefined],
        ['DELETE', `/api/users/${playlist}`, undefined],
      ] as const
      for (const [method, path, body] of slips) {
        const { status } = await author.raw(method, path, body)
        expect([path, status >= 400 && status < 500]).toEqual([path, true])
      }
    })
    expect(log.filter((line) => !/planted|"status":500/.test(line))).toEqual([])
    expect(log.join('\n')).not.toContain('S3CRET')
  })
})
