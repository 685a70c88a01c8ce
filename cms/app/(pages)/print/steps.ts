/** Where the clerk is, kept in the address: the phone's own back key goes one step back. */
export type Chosen = {
  readonly release: string | null
  readonly template: string | null
  readonly made: boolean
}

export type Step = 'content' | 'template' | 'printer' | 'made'

export const NOTHING_CHOSEN: Chosen = { release: null, template: null, made: false }

export const readChosen = (search: string): Chosen => {
  const asked = new URLSearchParams(search)
  return {
    release: asked.get('content'),
    template: asked.get('template'),
    made: asked.get('made') === '1',
  }
}

export const searchOf = ({ release, template, made }: Chosen): string => {
  const asked = new URLSearchParams()
  if (release !== null) asked.set('content', release)
  if (template !== null) asked.set('template', template)
  if (made) asked.set('made', '1')
  return asked.size === 0 ? '' : `?${asked}`
}

/** The step the address means; one that rests on what is not there any more falls back to the last that can be taken. */
export const stepOf = (
  chosen: Chosen,
  there: { readonly content: boolean; readonly template: boolean; readonly made: boolean },
): Step => {
  if (chosen.release === null || !there.content) return 'content'
  if (chosen.template === null || !there.template) return 'template'
  return chosen.made && there.made ? 'made' : 'printer'
}
