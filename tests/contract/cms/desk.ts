import { createPrivateKey, randomUUID } from 'node:crypto'
import { getPayload, handleEndpoints, type Payload, type PayloadRequest, type SanitizedConfig } from 'payload'
import { localRequest } from '../../../cms/records/transaction.ts'
import type { CmsEnvironment } from '../../../cms/base/environment.ts'
import { fillPorts } from '../../../cms/base/ports.ts'
import type { Refusal } from '../../../src/errors/refusal.ts'
import type { PersonName } from '../../builders/people.ts'
import { fakePorts, type FakePorts } from '../../fakes/ports.ts'
import { template } from '../../templates/ask.ts'
import { configFor } from './config.ts'
import type { Database } from './databases.ts'

export type Answer = {
  readonly status: number
  readonly body: Record<string, unknown> & {
    readonly errors?: readonly (Refusal & { readonly message: string })[]
  }
}

export type Asking = {
  readonly as?: PersonName
  readonly json?: unknown
  readonly form?: FormData
  /** A body as bytes, of this type. */
  readonly bytes?: { readonly type: string; readonly body: Uint8Array | string }
  readonly headers?: Readonly<Record<string, string>>
  readonly language?: 'zh' | 'en'
}

/** A town's CMS with its people, on one database, in a folder of its own. */
export type Desk = {
  readonly payload: Payload
  readonly config: SanitizedConfig
  readonly ports: FakePorts
  readonly ids: Readonly<Record<PersonName, string>>
  /** The answer itself, for what is no JSON. */
  readonly raw: (method: string, path: string, asking?: Asking) => Promise<Response>
  readonly rest: (method: string, path: string, asking?: Asking) => Promise<Answer>
  readonly requestOf: (name: PersonName) => Promise<PayloadRequest>
  readonly close: () => Promise<void>
}

type Ask = (method: string, path: string, asking?: Asking & { readonly token?: string }) => Promise<Response>

const told = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  return { status: response.status, body: text ? (JSON.parse(text) as Answer['body']) : {} }
}

const asker =
  (config: SanitizedConfig, key: string): Ask =>
  async (method, path, { bytes, json, form, headers: more = {}, language = 'zh', token } = {}) => {
    const headers = new Headers({ ...more, 'accept-language': language })
    if (token) headers.set('authorization', `JWT ${token}`)
    if (json !== undefined) headers.set('content-type', 'application/json')
    if (bytes) headers.set('content-type', bytes.type)
    const body =
      (bytes?.body as BodyInit | undefined) ??
      form ??
      (json === undefined ? undefined : typeof json === 'string' ? json : JSON.stringify(json))
    const request = new Request(`http://town.test/api${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    return handleEndpoints({ config, request, payloadInstanceCacheKey: key })
  }

export type DeskOptions = Pick<Partial<CmsEnvironment>, 'publicUrl' | 'queueWaitMs'>

export const openDesk = async (database: Database, options: DeskOptions = {}): Promise<Desk> => {
  const made = await template(`desk ${database.name}`)
  const { ids, tokens } = made
  const ports = fakePorts(createPrivateKey(made.key))
  fillPorts(ports)
  const { env, drop } = await database.copy(made)
  const key = randomUUID()
  const config = await configFor({ ...env, ...options })
  const payload = await getPayload({ config, key })
  payload.logger.level = 'fatal'
  const ask = asker(config, key)
  const raw: Desk['raw'] = (method, path, asking = {}) =>
    ask(method, path, { ...asking, ...(asking.as && { token: tokens[asking.as] }) })
  return {
    payload,
    config,
    ports,
    ids,
    raw,
    rest: async (method, path, asking = {}) => told(await raw(method, path, asking)),
    requestOf: async (name) =>
      localRequest(payload, {
        ...(await payload.findByID({ collection: 'users', id: ids[name], depth: 0, overrideAccess: true })),
        collection: 'users',
      }),
    close: async () => {
      await payload.destroy()
      await drop()
      fillPorts(undefined)
    },
  }
}
