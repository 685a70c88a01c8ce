/** Every door of REST that writes words: none of them reaches a screen without a reviewer and an issuer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Found } from '../e2e/api.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { openDesk, type Desk, type Story } from './desk.ts'
import { playing } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

let server: TestServer
let desk: Desk
let device: Device
let playlist: string
let story: Story

const WORDS = '天上不会掉馅饼'
const OTHER = '把钱交给陌生人'

const onScreen = (texts: readonly string[]) =>
  desk.as.operator.patch(`/api/playlists/${playlist}`, {
    entries: texts.map((value) => ({ relationTo: 'slogans', value })),
  })

/** A released slogan that comes and goes: when the screen has it, it has heard of everything before. */
let round = 0
const untilHeard = async (): Promise<void> => {
  round += 1
  const marker = await desk.slogan(`第${'一二三四五六七八九'.charAt(round)}次 先问家人`)
  await onScreen([story.content, marker.content])
  await device.until('the marker', () => playing(device).includes(marker.release))
}

beforeAll(async () => {
  server = await openServer({ staffed: true })
  desk = await openDesk(server)
  const screen = await desk.screen()
  device = openDevice(server.origin)
  await desk.pair(device, screen)
  story = await desk.slogan(WORDS)
  playlist = await desk.playlist([story.content])
  await desk.schedule(playlist, [screen])
  await device.until('the release', () => device.words().includes(WORDS))
})

afterAll(async () => {
  device?.disconnect()
  await server?.close()
})

/** What the door itself takes: a draft may say anything. */
const taken = async (method: string, path: string, body: object): Promise<void> => {
  const answer = await desk.as.author.raw(method, path, body)
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
}

type Versions = Found<{ readonly version: { readonly text: string } }>

describe('I1 only released words reach a screen', () => {
  const slogan = () => `/api/slogans/${story.content}`
  const doors: readonly [string, () => Promise<unknown>][] = [
    ['a draft edited after its release', () => taken('PATCH', `${slogan()}?draft=true`, { text: OTHER })],
    ['an edit saved as published', () => taken('PATCH', slogan(), { text: OTHER, _status: 'published' })],
    [
      'a bulk edit of all',
      () =>
        taken('PATCH', '/api/slogans?where[id][exists]=true', {
          text: OTHER,
          _status: 'published',
        }),
    ],
    [
      'an old version restored',
      async () => {
        const { docs } = await desk.as.author.get<Versions>(
          `/api/slogans/versions?where[parent][equals]=${story.content}&limit=50`,
        )
        const other = docs.find(({ version }) => version.text === OTHER)
        return taken('POST', `/api/slogans/versions/${other?.id}`, {})
      },
    ],
    [
      'a new slogan made published in one go, in the playlist',
      async () => {
        const made = await desk.as.author.raw('POST', '/api/slogans', {
          text: OTHER,
          hotline: desk.hotline,
          _status: 'published',
        })
        await onScreen([story.content, (made.body as { doc: { id: string } }).doc.id])
      },
    ],
    [
      'a submission that nobody has decided on',
      async () => {
        const content = await desk.draft(OTHER)
        await desk.submit(content)
        await onScreen([story.content, content])
      },
    ],
    [
      'a submission that was reviewed but not issued',
      async () => {
        const content = await desk.draft(OTHER)
        const submission = await desk.submit(content)
        await desk.as.reviewer.post(`/api/submissions/${submission}/approve`, {})
        await onScreen([story.content, content])
      },
    ],
    [
      'the frozen words and releases themselves, by the highest role',
      async () => {
        const forged = { frozen: '{}', pages: '{}', signature: 'AAAA', digest: 'f'.repeat(64) }
        for (const path of [`submissions/${story.submission}`, `releases/${story.release}`]) {
          const { status } = await desk.as.administrator.raw('PATCH', `/api/${path}`, forged)
          expect(status).toBe(403)
        }
        const { status } = await desk.as.administrator.raw('POST', '/api/releases', {
          submission: story.submission,
          ...forged,
        })
        expect(status).toBe(403)
      },
    ],
  ]

  it.each(doors)('I1 %s changes nothing on it', async (_, attempt) => {
    await attempt()
    await untilHeard()
    expect(device.words()).toContain(WORDS)
    expect(device.words()).not.toContain(OTHER)
    expect(playing(device)).toContain(story.release)
    expect(device.faults).toEqual([])
  })

  it('I1 the edited words come with their own release, and not before', async () => {
    await desk.as.author.patch(`/api/slogans/${story.content}?draft=true`, { text: '转账之前问家人' })
    const submission = await desk.submit(story.content)
    await desk.as.author.patch(`/api/slogans/${story.content}?draft=true`, { text: OTHER })
    const release = await desk.approve(submission)
    await device.until('the new release', () => playing(device).includes(release))
    expect(device.words()).toContain('转账之前问家人')
    expect(device.words()).not.toContain(OTHER)
    expect(playing(device)).not.toContain(story.release)
  })
})
