import type { Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import type { Act } from '../../src/review/access.ts'
import { mayAct } from './roles.ts'

type Asker = PayloadRequest['user']

/** An address that takes a file, and whether this person may send one there at all. */
export type UploadDoor = {
  readonly method: 'POST' | 'PATCH'
  readonly path: RegExp
  readonly may: (user: Asker) => boolean | Promise<boolean>
}

/** Marks an endpoint of our own that takes a file from whoever may do `act` (`custom` of an endpoint). */
export const takesFile = (act: Act): Pick<Endpoint, 'custom'> => ({ custom: { file: act } })

const pathOf = (base: string, path: string): RegExp =>
  new RegExp(`^${base}${path.replace(/\/:\w+/g, '/[^/]+')}/?$`)

const endpointDoors = (base: string, endpoints: false | readonly Endpoint[]): readonly UploadDoor[] =>
  (endpoints || []).flatMap(({ custom, path }) => {
    const act = custom?.['file'] as Act | undefined
    return act ? [{ method: 'POST', path: pathOf(base, path), may: (user) => mayAct(user, act) }] : []
  })

/** Every door of `/api` that a file may come in by; all others take words alone (ADP-6). */
export const uploadDoors = ({ collections, endpoints }: SanitizedConfig): readonly UploadDoor[] => [
  ...endpointDoors('/api', endpoints),
  ...collections.flatMap(({ access, endpoints: own, slug, upload }) => {
    const base = `/api/${slug}`
    const asking = (user: Asker) => ({ req: { user } as PayloadRequest })
    const rows: readonly UploadDoor[] = [
      {
        method: 'POST',
        path: pathOf(base, ''),
        may: async (user) => Boolean(await access.create(asking(user))),
      },
      {
        method: 'PATCH',
        path: pathOf(base, '(?:/[^/]+)?'),
        may: async (user) => Boolean(await access.update(asking(user))),
      },
    ]
    return [...endpointDoors(base, own), ...(upload ? rows : [])]
  }),
]
