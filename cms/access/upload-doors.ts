import type { Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import type { Role } from '../../src/model/people.ts'
import { hasRole } from './roles.ts'

type Asker = PayloadRequest['user']

/** An address that takes a file, and whether this person may send one there at all. */
export type UploadDoor = {
  readonly method: 'POST' | 'PATCH'
  readonly path: RegExp
  readonly may: (user: Asker) => boolean | Promise<boolean>
}

/** Marks an endpoint of our own that takes a file from these roles (`custom` of an endpoint). */
export const takesFile = (...roles: readonly Role[]): Pick<Endpoint, 'custom'> => ({
  custom: { file: roles },
})

const pathOf = (base: string, path: string): RegExp =>
  new RegExp(`^${base}${path.replace(/\/:\w+/g, '/[^/]+')}/?$`)

const endpointDoors = (base: string, endpoints: false | readonly Endpoint[]): readonly UploadDoor[] =>
  (endpoints || []).flatMap(({ custom, path }) => {
    const roles = custom?.['file'] as readonly Role[] | undefined
    return roles ? [{ method: 'POST', path: pathOf(base, path), may: (user) => hasRole(user, ...roles) }] : []
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
