import type { Desk } from './desk.ts'

export type Story = { readonly content: string; readonly submission: string; readonly release: string }

const idIn = (value: unknown): string => String((value as { id: unknown }).id)

const must = (what: { readonly status: number; readonly body: Record<string, unknown> }) => {
  if (what.status >= 300) throw new Error(`${what.status} ${JSON.stringify(what.body)}`)
  return what.body
}

const releaseDraft = async (desk: Desk, content: string, slug = 'slogans'): Promise<Story> => {
  const submission = idIn(
    must(await desk.rest('POST', `/${slug}/${content}/submit`, { as: 'author' }))['submission'],
  )
  must(await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'reviewer', json: {} }))
  const issued = must(
    await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'issuer', json: {} }),
  )
  return { content, submission, release: String(issued['release']) }
}

const release = async (desk: Desk, slug: string, data: object): Promise<Story> => {
  const content = idIn(
    must(await desk.rest('POST', `/${slug}?draft=true`, { as: 'author', json: data }))['doc'],
  )
  return releaseDraft(desk, content, slug)
}

/** Writes a slogan and takes it through all three people, over REST. */
export const releaseSlogan = (desk: Desk, data: object): Promise<Story> => release(desk, 'slogans', data)

/** The same of a case. */
export const releaseCase = (desk: Desk, data: object): Promise<Story> => release(desk, 'cases', data)

/** Writes the slogan anew and takes it through all three people once more. */
export const releaseAgain = async (desk: Desk, content: string, data: object): Promise<Story> => {
  must(await desk.rest('PATCH', `/slogans/${content}?draft=true`, { as: 'author', json: data }))
  return releaseDraft(desk, content)
}
