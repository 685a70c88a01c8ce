import type { BrowserContext } from 'playwright-core'

/** What a browser complains of on any page or frame of a context: policies broken, errors on the console, exceptions. */
export type Watched = {
  /** Complaints since the last call. */
  readonly take: () => readonly string[]
  /** Names of the directives that were broken since the last call. */
  readonly broken: () => readonly string[]
}

type Broken = { readonly directive: string; readonly what: string; readonly on: string }

export const watch = async (context: BrowserContext): Promise<Watched> => {
  let said: string[] = []
  let directives: string[] = []
  await context.exposeBinding('tellBroken', (_source, { directive, what, on }: Broken) => {
    directives.push(directive)
    said.push(`${on}: ${directive} ${what}`)
  })
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const tell = (globalThis as unknown as { tellBroken: (broken: Broken) => void }).tellBroken
      tell({ directive: effectiveDirective, what: `${blockedURI} ${sample}`, on: location.pathname })
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') said.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => said.push(String(error.error())))
  const taken = (): readonly string[] => {
    const all = said
    said = []
    directives = []
    return all
  }
  return {
    take: taken,
    broken: () => {
      const all = directives
      taken()
      return all
    },
  }
}
