/** Stopping where much is going on, and what is still there afterwards. */
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownPassword, signIn } from '../e2e/api.ts'
import { openDevice } from '../fakes/device.ts'
import { killProcess, stopProcess } from '../templates/serving.ts'
import { ownProcesses } from './processes.ts'
import { copyDemo } from './server.ts'

const { folder, begin } = ownProcesses()

describe('ADP-4 what starts well stops well', () => {
  it('ADP-4 with screens, requests and listeners on the line it is gone within five seconds, by itself', async () => {
    const dataDir = folder()
    await copyDemo(dataDir)
    const one = await begin({ DATA_DIR: dataDir, SEED: 'demo' })
    if (one.said.type !== 'started') throw new Error(JSON.stringify(one.said))
    const origin = `http://127.0.0.1:${one.said.port}`
    const devices = Array.from({ length: 8 }, () => openDevice(origin))
    for (const device of devices) await device.until('a code', () => device.last('pairing') !== undefined)
    const ended = new AbortController()
    const listening = await Promise.all(
      Array.from({ length: 8 }, () => fetch(`${origin}/api/demo/events`, { signal: ended.signal })),
    )
    const bodies = listening.map((answer) => answer.text().catch(() => 'cut'))
    const hanging = fetch(`${origin}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) }),
      duplex: 'half',
    } as RequestInit).catch(() => 'cut')
    const from = performance.now()
    const stop = await stopProcess(one.child)
    expect(stop).toBeLessThan(5_000)
    expect(performance.now() - from).toBeLessThan(5_000)
    expect(one.child.exitCode).toBe(0)
    await Promise.all([...bodies, hanging])
    ended.abort()
    for (const device of devices) device.disconnect()
  })

  it('ADP-4 a restart keeps people, sessions and the key, which is for its owner alone', async () => {
    const dataDir = folder()
    const env = {
      DATA_DIR: dataDir,
      ADMIN_EMAIL: 'first@town.example',
      ADMIN_PASSWORD: 'correct horse battery',
    }
    const first = await begin(env)
    const port = first.said.type === 'started' ? first.said.port : 0
    const before = await signIn(`http://127.0.0.1:${port}`, {
      username: env.ADMIN_EMAIL,
      password: env.ADMIN_PASSWORD,
    })
    const key = readFileSync(join(dataDir, 'keys', 'town.pem'), 'utf8')
    const modeOf = (path: string) => (statSync(join(dataDir, path)).mode & 0o777).toString(8)
    expect(['keys', 'keys/town.pem', 'keys/session-secret'].map(modeOf)).toEqual(['700', '600', '600'])
    await stopProcess(first.child)
    await begin({ ...env, PORT: String(port) })
    expect(await before.get('/api/users/me')).toMatchObject({ user: { email: env.ADMIN_EMAIL } })
    expect(readFileSync(join(dataDir, 'keys', 'town.pem'), 'utf8')).toBe(key)
  })

  it('SEED-6 ADP-4 the one-time password is still there when the start that printed it is gone', async () => {
    const dataDir = folder()
    const first = await begin({ DATA_DIR: dataDir })
    await killProcess(first.child)
    const file = join(dataDir, 'first-passwords.txt')
    const [, username, password] =
      /^administrator\t[^\t]+\t([^\t]+)\t(.+)$/m.exec(readFileSync(file, 'utf8')) ?? []
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    const again = await begin({ DATA_DIR: dataDir })
    const port = again.said.type === 'started' ? again.said.port : 0
    const origin = `http://127.0.0.1:${port}`
    await ownPassword(origin, username, { given: password ?? '', own: 'correct horse battery' })
    const api = await signIn(origin, { username: username ?? '', password: 'correct horse battery' })
    expect(await api.get('/api/users/me')).toMatchObject({ user: { username } })
  })

  it('I10 what a crash left half written goes at a later start; what is being written stays', async () => {
    const dataDir = folder()
    mkdirSync(join(dataDir, 'objects'))
    const [old, fresh] = ['old.part', 'fresh.part'].map((name) => join(dataDir, 'objects', name))
    for (const file of [old, fresh]) writeFileSync(file ?? '', 'half')
    const yesterday = Date.now() / 1000 - 86_400
    utimesSync(old ?? '', yesterday, yesterday)
    await begin({ DATA_DIR: dataDir })
    expect([old, fresh].map((file) => existsSync(file ?? ''))).toEqual([false, true])
  })
})
