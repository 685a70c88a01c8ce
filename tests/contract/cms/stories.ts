import type { PersonName } from '../../builders/people.ts'
import type { Desk } from './desk.ts'

export type Story = { readonly content: string; readonly submission: string; readonly release: string }

/** Who looks it over before it is issued (CMS-11). */
const SHORT_WAY = ['reviewer'] as const
const LONG_WAY = ['reviewer', 'second-reviewer'] as const

const idIn = (value: unknown): string => String((value as { id: unknown }).id)

const must = (what: { readonly status: number; readonly body: Record<string, unknown> }) => {
  if (what.status >= 300) throw new Error(`${what.status} ${JSON.stringify(what.body)}`)
  return what.body
}

const releaseDraft = async (desk: Desk, content: string, slug = 'slogans'): Promise<Story> => {
  const submission = idIn(
    must(await desk.rest('POST', `/${slug}/${content}/submit`, { as: 'author' }))['submission'],
  )
  const approve = async (as: PersonName) =>
    must(await desk.rest('POST', `/submissions/${submission}/approve`, { as, json: {} }))
  for (const as of slug === 'slogans' ? SHORT_WAY : LONG_WAY) await approve(as)
  const issued = await approve('issuer')
  return { content, submission, release: String(issued['release']) }
}

const release = async (desk: Desk, slug: string, data: object): Promise<Story> => {
  const content = idIn(
    must(await desk.rest('POST', `/${slug}?draft=true`, { as: 'author', json: data }))['doc'],
  )
  return releaseDraft(desk, content, slug)
}

/** Writes a slogan and takes it through all who decide, over REST. */
export const releaseSlogan = (desk: Desk, data: object): Promise<Story> => release(desk, 'slogans', data)

/** The same of a case. */
export const releaseCase = (desk: Desk, data: object): Promise<Story> => release(desk, 'cases', data)

/** The same of a technique. */
export const releaseTechnique = (desk: Desk, data: object): Promise<Story> =>
  release(desk, 'techniques', data)

/** Writes the slogan anew and takes it through all of them once more. */
export const releaseAgain = async (desk: Desk, content: string, data: object): Promise<Story> => {
  must(await desk.rest('PATCH', `/slogans/${content}?draft=true`, { as: 'author', json: data }))
  return releaseDraft(desk, content)
}
