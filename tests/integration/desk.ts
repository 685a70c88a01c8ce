/** People of a real town at work, over REST alone: what they make and what they decide. */
import { signIn, type Api, type Created } from '../e2e/api.ts'
import { PASSWORD, PEOPLE } from '../builders/people.ts'
import type { Device } from '../fakes/device.ts'
import { ADMINISTRATOR, type Town } from './town.ts'

const HIRED = ['author', 'reviewer', 'issuer', 'operator'] as const
type Hired = (typeof HIRED)[number]
type Staff = Readonly<Record<Hired | 'administrator', Api>>

export type Story = { readonly content: string; readonly submission: string; readonly release: string }

export type Desk = {
  readonly as: Staff
  readonly place: string
  readonly hotline: string
  readonly screen: (profile?: Readonly<Record<string, unknown>>) => Promise<string>
  readonly draft: (text: string) => Promise<string>
  readonly submit: (content: string) => Promise<string>
  /** Through reviewer and issuer; answers the release. */
  readonly approve: (submission: string) => Promise<string>
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

const made = async (api: Api, path: string, data: object): Promise<string> =>
  (await api.post<Created>(`/api/${path}`, data)).doc.id

/** One person a role; the first administrator is the one the installer named. A password costs half a second to hash. */
const peopleOf = async (town: Town): Promise<Staff> => {
  const administrator = await signIn(town.origin, ADMINISTRATOR)
  const hire = async (name: Hired): Promise<readonly [Hired, Api]> => {
    const { email, name: said, roles } = PEOPLE[name]
    await made(administrator, 'users', { email, name: said, roles, password: PASSWORD })
    return [name, await signIn(town.origin, { email, password: PASSWORD })]
  }
  return { administrator, ...(Object.fromEntries(await Promise.all(HIRED.map(hire))) as Record<Hired, Api>) }
}

const groundOf = async (admin: Api) => {
  await admin.post('/api/globals/town', { name: '五间镇' })
  const unit = await made(admin, 'units', { name: '五间镇', kind: 'town' })
  const place = await made(admin, 'places', { name: '中心广场', placeType: 'square', unit })
  const hotline = await made(admin, 'hotlines', {
    number: '96110',
    label: '反诈专线',
    prompt: '拿不准？先打',
    scope: '劝阻、咨询',
    source: '公安机关',
    verifiedOn: '2026-11-23T04:00:00.000Z',
  })
  return { unit, place, hotline }
}

/** Today in the town, as a date field holds it. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

const workflowOf = (as: Staff, hotline: string) => {
  const draft: Desk['draft'] = (text) => made(as.author, 'slogans?draft=true', { text, hotline })
  const submit: Desk['submit'] = async (content) =>
    (await as.author.post<{ submission: { id: string } }>(`/api/slogans/${content}/submit`, {})).submission.id
  const approve: Desk['approve'] = async (submission) => {
    await as.reviewer.post(`/api/submissions/${submission}/approve`, {})
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

export const openDesk = async (town: Town): Promise<Desk> => {
  const as = await peopleOf(town)
  const { unit, place, hotline } = await groundOf(as.administrator)
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
