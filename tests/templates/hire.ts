import { ADMINISTRATOR, PASSWORD, PEOPLE } from '../builders/people.ts'
import { employ, made, signIn, type Api } from '../e2e/api.ts'
import type { Staff } from './kinds.ts'

const HIRED = ['author', 'reviewer', 'second-reviewer', 'issuer', 'operator'] as const

/** One after the other: on a machine that is busy otherwise, the last of a queue would be told to come again. */
const hire = async (origin: string, administrator: Api) => {
  const cookies: Partial<Record<(typeof HIRED)[number], string>> = {}
  for (const name of HIRED) {
    const { email, name: said, roles } = PEOPLE[name]
    await employ(origin, administrator, { email, name: said, roles, password: PASSWORD })
    cookies[name] = (await signIn(origin, { username: email, password: PASSWORD })).cookie
  }
  return cookies as Record<(typeof HIRED)[number], string>
}

/** What everybody in a town needs first, done over REST by the administrator whom the installer named. */
export const staff = async (origin: string): Promise<Staff> => {
  const administrator = await signIn(origin, ADMINISTRATOR)
  const cookies = { administrator: administrator.cookie, ...(await hire(origin, administrator)) }
  await administrator.post('/api/globals/town', { name: '五间镇' })
  const unit = await made(administrator, 'units', { name: '五间镇', kind: 'town' })
  const place = await made(administrator, 'places', { name: '中心广场', placeType: 'square', unit })
  const hotline = await made(administrator, 'hotlines', {
    number: '96110',
    label: '反诈专线',
    prompt: '拿不准？先打',
    scope: '劝阻、咨询',
    source: '公安机关',
    verifiedOn: '2026-11-23T04:00:00.000Z',
  })
  return { cookies, unit, place, hotline }
}
