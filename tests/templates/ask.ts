import type { TemplateName, Templates } from './kinds.ts'

/** Benches use the builders of towns too, where there is no Vitest. */
const workshop = async (path: string, method = 'GET'): Promise<Response> => {
  const { inject } = await import('vitest')
  const answer = await fetch(`${inject('templates')}/${path}`, { method })
  if (!answer.ok) throw new Error(`${method} ${path}:\n${await answer.text()}`)
  return answer
}

/** Made by the first file of the run that asks, in the process that starts all files; later ones are answered at once. */
export const template = async <Name extends TemplateName>(name: Name): Promise<Templates[Name]> => {
  const answer = await workshop(`templates/${encodeURIComponent(name)}`)
  return (await answer.json()) as Templates[Name]
}

/**
 * A database on MongoDB for one at a time, with whatever the last one left: it is handed on with its indexes, which
 * take the server fifteen times as long to make as all rows of a test town.
 */
export const lendDatabase = async (): Promise<string> =>
  (await (await workshop('databases')).json()) as string

export const giveBack = async (uri: string): Promise<void> =>
  void (await workshop(`databases/${encodeURIComponent(uri)}`, 'POST'))
