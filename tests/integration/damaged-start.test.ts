/** The few cells and files that stopped a whole town once: starting, publishing and withdrawing go on beside them. */
import { readFileSync, writeFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../fakes/device.ts'
import { openDesk, type Desk, type Story } from './desk.ts'
import { openFile, type SqliteFile } from './intruder.ts'
import { backOf, playing } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

let server: TestServer
let desk: Desk
let device: Device
let file: SqliteFile
let screen: string
let playlist: string
let stories: Story[]

const readiness = async () => {
  const answer = await fetch(`${server.origin}/readyz`)
  const { refused } = (await answer.json()) as { refused: readonly { code: string; hint?: string }[] }
  return { http: answer.status, told: refused.map(({ code, hint }) => `${code} ${hint}`) }
}
const told = async (): Promise<readonly string[]> => (await readiness()).told
const restart = async (): Promise<void> => {
  const returned = backOf(device)
  await server.kill()
  await server.start()
  await returned()
}
const undo: (() => void)[] = []
const mendAll = (): void => {
  for (const back of undo.splice(0)) back()
}
/** Sets one column to an SQL literal in the rows that `where` names. */
const set = (table: string, column: string, literal: string, where = '1'): void => {
  const rows = file.prepare(`SELECT rowid AS n, "${column}" AS v FROM "${table}" WHERE ${where}`).all()
  file.exec(`UPDATE "${table}" SET "${column}" = ${literal} WHERE ${where}`)
  undo.push(() => {
    for (const { n, v } of rows)
      file.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(v, n)
  })
}
const play = async (words: string): Promise<Story> => {
  const story = await desk.slogan(words)
  await desk.as.operator.patch(`/api/playlists/${playlist}`, {
    entries: [...stories, story].map(({ content }) => ({ relationTo: 'slogans', value: content })),
  })
  await device.until(words, () => playing(device).includes(story.release))
  return story
}
const takeOff = async ({ release }: Story): Promise<void> => {
  await desk.withdraw(release)
  await device.until('the withdrawal', () => !playing(device).includes(release))
}

beforeAll(async () => {
  server = await openServer({ file: true, staffed: true })
  file = openFile(server)
  desk = await openDesk(server)
  screen = await desk.screen()
  device = openDevice(server.origin)
  await desk.pair(device, screen)
  stories = [await desk.slogan('天上不会掉馅饼'), await desk.slogan('陌生链接别乱点')]
  playlist = await desk.playlist(stories.map(({ content }) => content))
  await desk.schedule(playlist, [screen])
  await device.until('both', () => stories.every(({ release }) => playing(device).includes(release)))
})

afterEach(mendAll)
afterAll(async () => {
  device?.disconnect()
  file?.close()
  await server?.close()
})

describe('ADP-27 damaged objects', () => {
  const objectOf = (kind: string, sha: string) => fetch(`${server.origin}/screens/${kind}/${sha}`)

  it('ADP-27 a programme that was damaged or thrown away is made anew when it is asked for, and at a start', async () => {
    const sha = device.head()?.programme ?? ''
    const path = join(server.dataDir, 'objects', sha)
    const whole = readFileSync(path)
    const harm = [() => writeFileSync(path, 'damaged'), () => rmSync(path)]
    for (const harmed of harm) {
      harmed()
      const answer = await objectOf('programmes', sha)
      expect(answer.status).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer()).equals(whole)).toBe(true)
      harmed()
      await restart()
      expect(readFileSync(path).equals(whole)).toBe(true)
    }
    expect((await objectOf('programmes', 'f'.repeat(64))).status).toBe(404)
  })
})

describe('I17 one damaged cell stops nothing', () => {
  it('I17 dates that are none, in heads, the town, people, playlists: it starts, publishes and withdraws', async () => {
    set('heads', 'updated_at', `'x'`)
    set('town', 'updated_at', `'x'`)
    set('users', 'created_at', `'x'`)
    set('playlists', 'created_at', `'x'`)
    set('schedules', 'created_at', `'x'`)
    await restart()
    await takeOff(await play('不明来电先挂断'))
    const named = ['users/', 'heads/', 'globals/town', 'schedules/']
    await expect
      .poll(
        async () => {
          const lines = await told()
          return named.filter((source) => !lines.some((line) => line.startsWith(`ROW_UNREADABLE ${source}`)))
        },
        { timeout: 30_000 },
      )
      .toEqual([])
    mendAll()
    await expect.poll(told, { timeout: 30_000 }).toEqual([])
  })

  it('PUB-9 a screen whose own row lost its size plays on and hears of withdrawals, after a restart too', async () => {
    const first = await play('高额回报是圈套')
    set('screens', 'width', `'x'`, `id = '${screen}'`)
    const second = await desk.slogan('养老不靠高利息')
    await takeOff(first)
    expect(playing(device)).toContain(stories[0]?.release)
    await restart()
    const { release } = stories[1] as Story
    await desk.withdraw(release)
    await device.until('revoked', () => !playing(device).includes(release))
    expect(playing(device)).toContain(stories[0]?.release)
    await expect.poll(told, { timeout: 30_000 }).toContainEqual(`ROW_UNREADABLE screens/${screen}`)
    mendAll()
    stories = [stories[0] as Story, second]
    await play('亲情不必转账证明')
  })

  it('PUB-9 a table that is gone keeps no withdrawal back, and /readyz says that the town cannot be read', async () => {
    const story = await play('保健品不能当药吃')
    file.exec('ALTER TABLE "hotlines" RENAME TO "hotlines_away"')
    undo.push(() => file.exec('ALTER TABLE "hotlines_away" RENAME TO "hotlines"'))
    await takeOff(story)
    expect((await readiness()).http).toBe(503)
    mendAll()
    await expect.poll(async () => (await readiness()).http, { timeout: 30_000 }).toBe(200)
  })

  it.each([`''`, `12345`, `x'fffe'`])(
    'PUB-12 a town whose name is %s publishes under the constant one, and the name is told',
    async (name) => {
      set('town', 'name', name)
      await takeOff(await play('公检法不会电话办案'))
      await expect.poll(told, { timeout: 30_000 }).toContainEqual('TOWN_TAMPERED globals/town')
      mendAll()
      await expect.poll(told, { timeout: 30_000 }).not.toContainEqual('TOWN_TAMPERED globals/town')
    },
  )

  it('I17 an audit row whose number is none is told, and the chain goes on', async () => {
    // The chain goes on under its number, so it cannot be put back: the last thing done to this town.
    file.exec(`UPDATE audit SET seq = 'x' WHERE seq = (SELECT max(seq) FROM audit)`)
    const story = await play('验证码谁也不给')
    await expect
      .poll(async () => (await told()).some((line) => line.startsWith('AUDIT_BROKEN')), { timeout: 30_000 })
      .toBe(true)
    await takeOff(story)
  })
})
