/**
 * Started once before all files of a run. It makes nothing by itself: a run that asks for no template pays for a
 * listening socket. Made in this process, so that two workers that ask at one time wait for one making.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import type { TemplateName, Templates } from './kinds.ts'
import type { Workshop } from './workshop.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is merged
  export interface ProvidedContext {
    /** Where `template()` asks. */
    templates: string
  }
}

const answer = async (response: ServerResponse, work: Promise<unknown>): Promise<void> => {
  try {
    response.end(JSON.stringify((await work) ?? null))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}

const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let workshop: Promise<Workshop> | null = null
  let made = new Map<TemplateName, Promise<unknown>>()
  const open = (): Promise<Workshop> =>
    (workshop ??= import('./workshop.ts').then(({ openWorkshop }) => openWorkshop()))
  const template = <Name extends TemplateName>(name: Name): Promise<Templates[Name]> => {
    const work = (made.get(name) ?? open().then(({ make }) => make(name, template))) as Promise<
      Templates[Name]
    >
    made.set(name, work)
    // Who asks after a making that failed has it tried again.
    work.catch(() => made.delete(name))
    return work
  }
  const lend = async (): Promise<string> => (await open()).lend()
  const takeBack = async (uri: string): Promise<void> => (await open()).takeBack(uri)
  const server = createServer(({ url = '' }, response) => {
    const [, kind, what = ''] = url.split('/').map(decodeURIComponent)
    if (kind === 'templates') void answer(response, template(what as TemplateName))
    else void answer(response, what ? takeBack(what) : lend())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  project.provide('templates', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const forget = async (): Promise<void> => {
    const opened = workshop
    workshop = null
    made = new Map()
    await (await opened)?.close()
  }
  // Who watches has changed the sources the templates were made by.
  project.onTestsRerun(forget)
  return async () => {
    server.close()
    server.closeAllConnections()
    await forget()
  }
}

export default setup
