/** People of a real town at work, over REST alone: what they make and what they decide. */
import { apiOf, made, type Api } from '../e2e/api.ts'
import type { Device } from '../fakes/device.ts'
import type { StaffName } from '../templates/kinds.ts'
import type { TestServer } from './server.ts'

type Colleagues = Readonly<Record<StaffName, Api>>

export type Story = { readonly content: string; readonly submission: string; readonly release: string }

export type Desk = {
  readonly as: Colleagues
  readonly place: string
  readonly hotline: string
  readonly screen: (profile?: Readonly<Record<string, unknown>>) => Promise<string>
  readonly draft: (text: string) => Promise<string>
  readonly submit: (content: string) => Promise<string>
  /** Through one reviewer, or as many as its kind asks for, and the issuer; answers the release. */
  readonly approve: (submission: string, looks?: 1 | 2) => Promise<string>
  readonly slogan: (text: string) => Promise<Story>
  readonly withdraw: (release: string) => Promise<void>
  readonly playlist: (contents: readonly string[]) => Promise<string>
  readonly schedule: (playlist: string, screens: readonly string[]) => Promise<string>
  /** Types the code the device shows and compares the fingerprint. */
  readonly pair: (device: Device, screen: string) => Promise<void>
}

export const SCREEN = {
  width: 320,
  height: 160,
  pitchMm: 10,
  colour: 'full',
  ink: 'red',
  distanceNear: 4,
  distanceTypical: 12,
  distanceFar: 25,
  hoursOpen: '00:00',
  hoursClose: '24:00',
}

/** Today in the town, as a date field holds it. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

const workflowOf = (as: Colleagues, hotline: string) => {
  const draft: Desk['draft'] = (text) => made(as.author, 'slogans?draft=true', { text, hotline })
  const submit: Desk['submit'] = async (content) =>
    (await as.author.post<{ submission: { id: string } }>(`/api/slogans/${content}/submit`, {})).submission.id
  const approve: Desk['approve'] = async (submission, looks = 1) => {
    for (const name of (['reviewer', 'second-reviewer'] as const).slice(0, looks))
      await as[name].post(`/api/submissions/${submission}/approve`, {})
    return (await as.issuer.post<{ release: string }>(`/api/submissions/${submission}/approve`, {})).release
  }
  return {
    draft,
    submit,
    approve,
    slogan: async (text: string): Promise<Story> => {
      const content = await draft(text)
      const submission = await submit(content)
      return { content, submission, release: await approve(submission) }
    },
    withdraw: async (release: string): Promise<void> => {
      await as.issuer.post(`/api/releases/${release}/withdraw`, { reason: '演练' })
    },
  }
}

const playingOf = (operator: Api) => ({
  playlist: (contents: readonly string[]): Promise<string> =>
    made(operator, 'playlists', {
      name: '标语',
      entries: contents.map((value) => ({ relationTo: 'slogans', value })),
    }),
  schedule: (playlist: string, screens: readonly string[]): Promise<string> =>
    made(operator, 'schedules', {
      name: '全天',
      playlist,
      level: 'daily',
      screens,
      fromDate: today(),
      fromTime: '00:00',
      untilTime: '24:00',
    }),
})

/** The people of a town that was opened `staffed`. */
export const openDesk = async ({ origin, staff }: TestServer): Promise<Desk> => {
  if (!staff) throw new Error('nobody was hired: open the town with { staffed: true }')
  const { unit, place, hotline } = staff
  const as = Object.fromEntries(
    Object.entries(staff.cookies).map(([role, cookie]) => [role, apiOf(origin, cookie)]),
  ) as Record<StaffName, Api>
  return {
    as,
    place,
    hotline,
    ...workflowOf(as, hotline),
    ...playingOf(as.operator),
    screen: (profile = {}) =>
      made(as.administrator, 'screens', { ...SCREEN, name: '广场屏', place, unit, ...profile }),
    pair: async (device, screen) => {
      await device.until('a pairing code', () => device.last('pairing') !== undefined)
      const { code, fingerprint } = device.last('pairing') ?? { code: '', fingerprint: '' }
      await as.administrator.post(`/api/screens/${screen}/pair`, { code, fingerprint })
      await device.until('the first head', () => device.showing() !== null)
    },
  }
}
