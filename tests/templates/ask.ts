import type { TemplateName, Templates } from './kinds.ts'

/** Made by the first file of the run that asks, in the process that starts all files; later ones are answered at once. */
export const template = async <Name extends TemplateName>(name: Name): Promise<Templates[Name]> => {
  // Benches use the builders of towns too, where there is no Vitest.
  const { inject } = await import('vitest')
  const answer = await fetch(`${inject('templates')}/${encodeURIComponent(name)}`)
  if (!answer.ok) throw new Error(`the template "${name}" could not be made:\n${await answer.text()}`)
  return (await answer.json()) as Templates[Name]
}
