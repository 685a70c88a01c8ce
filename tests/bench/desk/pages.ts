/** Every kind of page of the desk, and who opens it. */
import { signIn, type Api, type Found } from '../../e2e/api.ts'
import type { Person } from '../../e2e/server.ts'

export type Opened = { readonly name: string; readonly path: string; readonly cookie: string }

const LISTS = [
  'cases',
  'techniques',
  'slogans',
  'media',
  'hotlines',
  'submissions',
  'approvals',
  'releases',
  'playlists',
  'schedules',
  'screens',
  'heads',
  'receipts',
  'prints',
  'postings',
  'units',
  'audit',
] as const
const DOCUMENTS = [
  'cases',
  'slogans',
  'submissions',
  'releases',
  'playlists',
  'schedules',
  'screens',
] as const

const firstOf = async (api: Api, collection: string): Promise<string> => {
  const { docs } = await api.get<Found>(`/api/${collection}?depth=0&limit=1`)
  return docs[0]?.id ?? ''
}

const codeOf = async (api: Api): Promise<string> => {
  const { docs } = await api.get<Found<{ code: string }>>('/api/prints?depth=0&limit=1&sort=at')
  return docs[0]?.code ?? ''
}

export const pagesOf = async (
  origin: string,
  people: Readonly<Record<string, Person>>,
): Promise<readonly Opened[]> => {
  const as = async (role: string): Promise<Api> => signIn(origin, people[role] as Person)
  const [author, operator, reviewer, administrator, village] = [
    await as('author'),
    await as('operator'),
    await as('reviewer'),
    await as('administrator'),
    await as('village'),
  ]
  const documents = await Promise.all(
    DOCUMENTS.map(async (slug) => ({
      name: `one of ${slug}`,
      path: `/admin/collections/${slug}/${await firstOf(reviewer, slug)}`,
      cookie: reviewer.cookie,
    })),
  )
  return [
    { name: 'today, a reviewer', path: '/admin', cookie: reviewer.cookie },
    { name: 'today, an author', path: '/admin', cookie: author.cookie },
    { name: 'today, an operator', path: '/admin', cookie: operator.cookie },
    { name: 'today, an administrator', path: '/admin', cookie: administrator.cookie },
    { name: 'today, a village', path: '/admin', cookie: village.cookie },
    ...LISTS.map((slug) => ({
      name: `list of ${slug}`,
      path: `/admin/collections/${slug}`,
      cookie: administrator.cookie,
    })),
    { name: 'own cases, an author', path: '/admin/collections/cases?scope=mine', cookie: author.cookie },
    {
      name: 'cases, the last page',
      path: '/admin/collections/cases?scope=all&page=9999',
      cookie: author.cookie,
    },
    {
      name: 'cases, by words',
      path: '/admin/collections/cases?scope=all&q=%E7%94%B5%E8%AF%9D',
      cookie: author.cookie,
    },
    { name: 'cases, by initials', path: '/admin/collections/cases?scope=all&q=yhk', cookie: author.cookie },
    { name: 'settings and records', path: '/admin/manage', cookie: administrator.cookie },
    ...documents,
    { name: 'print', path: '/print', cookie: administrator.cookie },
    { name: 'print: to take down', path: '/print/recall', cookie: administrator.cookie },
    { name: 'print: what hangs', path: '/print/hung', cookie: administrator.cookie },
    { name: 'print: catalogue', path: '/api/print/catalogue', cookie: village.cookie },
    { name: 'demo wall', path: '/demo', cookie: '' },
    { name: 'code of a sheet', path: `/v/${await codeOf(administrator)}`, cookie: village.cookie },
  ]
}
