import sharp from 'sharp'
import type { Act, Holder, Rows } from '../../../src/review/access.ts'
import { ROLES } from '../../../src/model/people.ts'
import type { PersonName } from '../../builders/people.ts'
import type { Answer, Asking, Desk } from './desk.ts'
import { caseOf, createRow, SCREEN, sloganOf } from './rows.ts'
import { buildVillages, formWith, phonePhoto } from './villages.ts'

/** Who stands for a holder; a person without roles is made out of the second author. */
export const PERSON_OF: Readonly<Record<Holder, PersonName | undefined>> = {
  stranger: undefined,
  anybody: 'second',
  author: 'author',
  reviewer: 'reviewer',
  'law-reviewer': 'law-reviewer',
  issuer: 'issuer',
  operator: 'operator',
  administrator: 'administrator',
  supervisor: 'supervisor',
  'village-author': 'village-author',
  village: 'village',
}

const NO = new Set(['NOT_SIGNED_IN', 'NOT_ALLOWED', 'ROLE_MISSING', 'ADMINISTRATOR_DECIDES_NOTHING'])
const OTHERS = new Set(['PRINT_OTHER_UNIT'])
const RECORDED = new Set(['WORKFLOW_ONLY', 'APPEND_ONLY'])

const codeOf = ({ body }: Answer): string => String(body.errors?.[0]?.code ?? body['code'] ?? '')

/** Shut to him alone: a content of another unit is none he could find. */
export const isOthers = (answer: Answer): boolean => isShut(answer) || codeOf(answer) === 'NOT_FOUND'

/** Whether the door was shut: by the access, or because nobody at all writes there. */
export const isShut = (answer: Answer): boolean =>
  NO.has(codeOf(answer)) || OTHERS.has(codeOf(answer)) || RECORDED.has(codeOf(answer))

export const as = (holder: Holder): Pick<Asking, 'as'> => {
  const name = PERSON_OF[holder]
  return name ? { as: name } : {}
}

/** The collections that a row of the table speaks for. */
export const slugsOf = (rows: Rows): readonly string[] =>
  rows === 'contents' ? ['cases', 'techniques', 'slogans'] : [rows]

/** Rows and pictures that are all different. */
let made = 0

const postSheet = async (
  desk: Desk,
  as: PersonName,
  { unit, place }: Record<'unit' | 'place', string>,
  of: string,
) => {
  const json = {
    release: of,
    template: 'a4-notice',
    size: 'a4',
    way: 'office',
    tiling: 'none',
    unit,
    contact: null,
  }
  const code = (await desk.raw('POST', '/print/pdf', { as, json })).headers.get('x-print-code') ?? ''
  const form = formWith({ photo: await phonePhoto((made += 1)), place })
  const { body } = await desk.rest('POST', `/print/codes/${code}/postings`, { as, form })
  return { code, posting: String(body['id']), json }
}

/** A town in which every collection has a row, and sheets hang in two villages. All people but one neighbour are of one. */
export const buildTown = async (desk: Desk) => {
  const villages = await buildVillages(desk)
  const { stone, willow } = villages.units
  await writeAll(desk, 'author', villages.hotline)
  const settle = (name: PersonName, data: object) =>
    desk.payload.update({ collection: 'users', id: desk.ids[name], data, overrideAccess: true })
  for (const name of [...ROLES, 'second'] as const)
    await settle(name, { unit: stone, ...(name === 'second' && { roles: [] }) })
  const own = await postSheet(
    desk,
    'village',
    { unit: stone, place: villages.places.stone },
    villages.story.release,
  )
  const other = await postSheet(
    desk,
    'neighbour',
    { unit: willow, place: villages.places.willow },
    villages.story.release,
  )
  const written = { own: await writeAll(desk, 'village-author', villages.hotline), other: villages.story }
  return { ...villages, own, other, written }
}

/** A draft of every kind, a picture and a submission, of the unit of whoever writes. */
const writeAll = async (
  desk: Desk,
  as: PersonName,
  hotline: string,
): Promise<{ readonly content: string }> => {
  for (const slug of ['cases', 'techniques']) await desk.rest('POST', `/${slug}?draft=true`, { as, json: {} })
  await sendPicture(desk, as)
  const content = idOf(await desk.rest('POST', '/slogans?draft=true', { as, json: sloganOf(hotline) }))
  await desk.rest('POST', `/slogans/${content}/submit`, { as })
  return { content }
}

export const sendPicture = async (desk: Desk, as: PersonName): Promise<string> => {
  made += 1
  const file = new File([new Uint8Array(await picture(made))], `p${made}.png`, { type: 'image/png' })
  const form = formWith({ file, _payload: JSON.stringify({ alt: '图' }) })
  return idOf(await desk.rest('POST', '/media', { as, form }))
}

export type Town = Awaited<ReturnType<typeof buildTown>>

/** A row of its own that somebody may delete; where who writes for a unit makes such rows, it is of that one or not. */
export const freshRow = async (
  desk: Desk,
  town: Town,
  slug: string,
  of: 'own' | 'other' = 'other',
): Promise<string> => {
  made += 1
  const { places, units, hotline, story } = town
  const entries = [{ relationTo: 'slogans', value: story.content }]
  const playlist = async () => (await createRow(desk, 'playlists', { name: `单${made}`, entries })).id
  const data: Readonly<Record<string, () => Promise<object> | object>> = {
    hotlines: () => ({
      number: `1${made}`,
      label: '专线',
      prompt: '先打',
      verifiedOn: '2026-11-10T04:00:00.000Z',
    }),
    terms: () => ({ term: `某词${made}`, severity: 'ask' }),
    webhooks: () => ({
      name: `群${made}`,
      kind: 'wecom',
      address: 'https://robot.test/',
      events: ['issued'],
    }),
    units: () => ({ name: `新村${made}`, kind: 'village' }),
    places: () => ({ name: `新场所${made}`, placeType: 'other', unit: units.town }),
    playlists: () => ({ name: `播放单${made}`, entries }),
    schedules: async () => ({
      name: `排播${made}`,
      playlist: await playlist(),
      places: [places.town],
      fromDate: '2026-11-29',
      fromTime: '08:00',
      untilTime: '09:00',
    }),
    campaigns: () => ({
      name: `行动${made}`,
      stages: [{ stage: 'mobilise', fromDate: '2026-11-29', untilDate: '2026-12-10' }],
    }),
    screens: () => ({ ...SCREEN, name: `屏${made}`, place: places.town, unit: units.office }),
    users: () => ({
      email: `p${made}@town.test`,
      password: 'correct horse battery',
      name: '新人',
      roles: [],
    }),
  }
  const make = data[slug]
  if (make) return (await createRow(desk, slug, { ...(await make()) })).id
  const as = of === 'own' ? 'village-author' : 'author'
  if (slug === 'media') return sendPicture(desk, as)
  const json = { ...draftOf(slug, hotline), ...(of === 'other' && { unit: units.willow }) }
  return idOf(await desk.rest('POST', `/${slug}?draft=true`, { as, json }))
}

const picture = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 80, b: 9 } } })
    .png()
    .toBuffer()

const draftOf = (slug: string, hotline: string): object => (slug === 'slogans' ? sloganOf(hotline) : {})

const idOf = ({ status, body }: Answer): string => {
  const doc = body['doc'] as { id: string } | undefined
  if (!doc) throw new Error(`${status} ${JSON.stringify(body)}`)
  return doc.id
}

/** How an act is tried: `of` is whose sheet it is about, where acts know units. Most bodies lack what the act needs. */
export type Try = (holder: Holder, of: 'own' | 'other') => Promise<Answer>

type Open = { readonly slug: string; readonly data: object; readonly looks: readonly PersonName[] }

/** Does something to a submission that waits. */
type OnWaiting = (act: (submission: string) => Promise<Answer>) => Promise<Answer>

/**
 * Submissions that wait for a reviewer, for the issuer, and for police or justice; each is made as it is asked for. Who is
 * shut out has left it as it was, so the next tries his luck at the same one.
 */
const openSubmissions = (desk: Desk, { hotline }: Town): readonly OnWaiting[] => {
  const sensitive = { ...caseOf(hotline), status: 'in-court', syncNote: '等判决生效再对外说' }
  const all: readonly Open[] = [
    { slug: 'slogans', data: sloganOf(hotline), looks: [] },
    { slug: 'slogans', data: sloganOf(hotline), looks: ['reviewer'] },
    { slug: 'cases', data: sensitive, looks: ['reviewer', 'second-reviewer'] },
  ]
  const open = async ({ slug, data, looks }: Open): Promise<string> => {
    const content = idOf(await desk.rest('POST', `/${slug}?draft=true`, { as: 'author', json: data }))
    const { body } = await desk.rest('POST', `/${slug}/${content}/submit`, { as: 'author' })
    const { id } = body['submission'] as { id: string }
    for (const as of looks) await desk.rest('POST', `/submissions/${id}/approve`, { as, json: {} })
    return id
  }
  return all.map((one) => {
    let waits: string | null = null
    return async (act) => {
      waits ??= await open(one)
      const answer = await act(waits)
      if (!isShut(answer)) waits = null
      return answer
    }
  })
}

/** The answer of whichever was let in, else the last. */
const anyOf = async (asks: readonly (() => Promise<Answer>)[]): Promise<Answer> => {
  let last: Answer = { status: 0, body: {} }
  for (const ask of asks) {
    last = await ask()
    if (!isShut(last)) return last
  }
  return last
}

export const triesOf = (desk: Desk, town: Town, screen: string): Readonly<Record<Act, Try>> => {
  const ask =
    (
      method: string,
      path: string | ((of: 'own' | 'other') => string),
      body: Asking | ((of: 'own' | 'other') => Asking) = {},
    ): Try =>
    (holder, of) =>
      desk.rest(method, typeof path === 'string' ? path : path(of), {
        ...(typeof body === 'function' ? body(of) : body),
        ...as(holder),
      })
  const { release } = town.story
  const content = (of: 'own' | 'other'): string => town.written[of].content
  const json = {}
  const form = () => ({ form: formWith({ nothing: 'here' }) })
  const waiting = openSubmissions(desk, town)
  const decide =
    (act: string): Try =>
    async (holder) =>
      anyOf(
        waiting.map(
          (onWaiting) => () =>
            onWaiting((id) => desk.rest('POST', `/submissions/${id}/${act}`, { ...as(holder), json })),
        ),
      )
  const all = { ...town.own.json, units: 'all', as: 'zip', template: 'none such' }
  return {
    'checks.read': ask('GET', '/terms/town'),
    'content.choose': ask('GET', '/techniques/choices'),
    'content.check': ask('POST', (of) => `/slogans/${content(of)}/check`),
    'content.paper': ask('POST', (of) => `/slogans/${content(of)}/paper`),
    'content.preview': ask('POST', '/slogans/preview'),
    'content.returned': ask('GET', (of) => `/slogans/${content(of)}/returned`),
    'content.submit': ask('POST', (of) => `/slogans/${content(of)}/submit`),
    'content.import': ask('POST', '/imports/look', form),
    'starter.load': ask('POST', '/starter'),
    'submission.approve': decide('approve'),
    'submission.return': decide('return'),
    'submission.retract': decide('retract'),
    'submission.remind': decide('remind'),
    'submission.hand-over': decide('hand-over'),
    'release.withdraw': ask('POST', `/releases/${release}/withdraw`, { json }),
    'release.pack': ask('POST', '/print/packs/none-such'),
    'screen.pair': ask('POST', `/screens/${screen}/pair`, { json }),
    'screen.unpair': ask('POST', `/screens/${screen}/unpair`, { json }),
    'pairing.look': ask('POST', '/pairings/look', { json }),
    'screen.timeline': ask('GET', `/screens/${screen}/timeline`),
    'user.unlock': ask('POST', '/users/unlock', { json: { email: 'neighbour@town.test' } }),
    'user.reset-factor': ask('POST', `/users/${desk.ids.neighbour}/reset-factor`),
    'webhook.try': ask('POST', `/webhooks/${screen}/try`, { json }),
    'template.judge': ask('POST', '/poster-templates/judge', form),
    'template.install': ask('POST', '/poster-templates/install', form),
    'template.thumb': ask('GET', '/poster-templates/thumb/none-such'),
    'print.sheet': ask('POST', '/print/preview', (of) => ({ json: { ...town[of].json, size: 'none such' } })),
    'print.villages': ask('POST', '/print/bulk', { json: all }),
    'print.job': ask('GET', '/print/jobs'),
    'posting.put': ask('POST', (of) => `/print/codes/${town[of].code}/postings`, form),
    'posting.down': ask('POST', (of) => `/postings/${town[of].posting}/takedown`, form),
    'posting.recall': ask('GET', '/print/recall'),
    'code.read': ask('GET', (of) => `/print/codes/${town[of].code}`),
  }
}
