import type { Desk } from './desk.ts'

export type Story = { readonly content: string; readonly submission: string; readonly release: string }

const idIn = (value: unknown): string => String((value as { id: unknown }).id)

const must = (what: { readonly status: number; readonly body: Record<string, unknown> }) => {
  if (what.status >= 300) throw new Error(`${what.status} ${JSON.stringify(what.body)}`)
  return what.body
}

/** Writes a slogan and takes it through all three people, over REST. */
export const releaseSlogan = async (desk: Desk, data: object): Promise<Story> => {
  const content = idIn(
    must(await desk.rest('POST', '/slogans?draft=true', { as: 'author', json: data }))['doc'],
  )
  const submission = idIn(
    must(await desk.rest('POST', `/slogans/${content}/submit`, { as: 'author' }))['submission'],
  )
  must(await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'reviewer', json: {} }))
  const issued = must(
    await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'issuer', json: {} }),
  )
  return { content, submission, release: String(issued['release']) }
}
