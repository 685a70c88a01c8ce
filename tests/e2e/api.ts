/** The product's REST as a person's browser uses it. */
import type { Person } from './server.ts'

export type Api = {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: unknown) => Promise<T>
  readonly patch: <T>(path: string, body: unknown) => Promise<T>
  /** Status and body, whatever they are: for refusals. */
  readonly raw: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  readonly upload: (
    file: Uint8Array,
    name: string,
    type: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ status: number; body: unknown }>
  readonly cookie: string
}

const text = (value: unknown): string => JSON.stringify(value).slice(0, 600)

const sessions = new Map<string, string>()

/** Who signs in there later goes on with this session. */
export const rememberSession = (origin: string, username: string, cookie: string): void =>
  void sessions.set(`${origin} ${username}`, cookie)

/** Signs in and keeps the session. Throws with the product's own answer when something is refused. */
export const signIn = async (origin: string, person: Pick<Person, 'username' | 'password'>): Promise<Api> => {
  const known = sessions.get(`${origin} ${person.username}`)
  if (known) return apiOf(origin, known)
  const answer = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(person),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if (!answer.ok) throw new Error(`sign-in of ${person.username}: ${answer.status} ${await answer.text()}`)
  return apiOf(origin, cookie)
}

type Employed = {
  readonly name: string
  readonly roles: readonly string[]
  readonly username?: string
  readonly email?: string
  readonly password: string
}

/** Changes a password that was given to one's own, which alone opens a session (PPL-2). */
export const ownPassword = async (
  origin: string,
  username: string | undefined,
  { given, own }: { readonly given: string; readonly own: string },
): Promise<void> => {
  const answer = await fetch(`${origin}/api/users/own-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password: given, next: own }),
  })
  if (!answer.ok) throw new Error(`own password: ${answer.status} ${await answer.text()}`)
}

/** Makes a person as an administrator does, who then takes a password of his own. */
export const employ = async (
  origin: string,
  administrator: Api,
  { password, ...person }: Employed,
): Promise<string> => {
  const given = 'given for once, k7mpx'
  const id = await made(administrator, 'users', { ...person, password: given })
  await ownPassword(origin, person.username ?? person.email, { given, own: password })
  return id
}

/** Goes on with a session that is there already. */
export const apiOf = (origin: string, cookie: string): Api => {
  const raw: Api['raw'] = async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json().catch(() => null) }
  }
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const { status, body: got } = await raw(method, path, body)
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text(got)}`)
    return got as T
  }
  return {
    cookie,
    raw,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    patch: (path, body) => ask('PATCH', path, body),
    upload: async (file, name, type, fields) => {
      const form = new FormData()
      form.set('file', new Blob([file as BlobPart], { type }), name)
      form.set('_payload', JSON.stringify(fields))
      const response = await fetch(`${origin}/api/media`, {
        method: 'POST',
        headers: { cookie, origin },
        body: form,
      })
      return { status: response.status, body: await response.json().catch(() => null) }
    },
  }
}

export type Doc = { readonly id: string }
export type Created<T = Doc> = { readonly doc: T & Doc }
export type Found<T = Doc> = { readonly docs: readonly (T & Doc)[] }

/** Makes a row; answers its id. */
export const made = async (api: Api, path: string, data: object): Promise<string> =>
  (await api.post<Created>(`/api/${path}`, data)).doc.id
