/** The menu of the desk: which entries a person has. Nobody is shown a way to where he can do nothing (DESK-43). */
import type { ContentKinds } from '../../src/content/index.ts'
import { words, type Words } from './words.ts'

/** What a person may do, as the table of access says it. */
export type Rights = {
  readonly may: (rows: string, operation: 'create' | 'read' | 'update' | 'delete') => boolean
  readonly acts: (act: string) => boolean
  /** Whether he is somebody of the town, not of a village alone. */
  readonly isOfTown: boolean
  /** Whether he looks after the town: he is shown what he may only read (PPL-7). */
  readonly watches: boolean
}

export type Entry = {
  readonly words: Words
  readonly href: string
  /** Collections and pages on which it is lit, as the address names them below `/admin`. */
  readonly lit: readonly string[]
}
export type Group = { readonly words: Words | null; readonly entries: readonly Entry[] }

const list = (slug: string, zh: string, en: string): Entry => ({
  words: words(zh, en),
  href: `/admin/collections/${slug}`,
  lit: [`collections/${slug}`],
})

/** A page outside the admin, which has no menu. */
const page = (href: string, zh: string, en: string): Entry => ({ words: words(zh, en), href, lit: [] })

const sees = ({ may, watches }: Rights, rows: string): boolean => watches && may(rows, 'read')

const changes = ({ may }: Rights, rows: string): boolean =>
  may(rows, 'create') || may(rows, 'update') || may(rows, 'delete')

const uses = (rights: Rights, rows: string): boolean => changes(rights, rows) || sees(rights, rows)

/** What an administrator sets, once or seldom. */
export const settings = (rights: Rights): readonly Entry[] => [
  ...(rights.may('users', 'create') || sees(rights, 'users') ? [list('users', '人员', 'People')] : []),
  ...(uses(rights, 'units') ? [list('units', '单位', 'Units')] : []),
  ...(uses(rights, 'places') ? [list('places', '场所', 'Places')] : []),
  ...(uses(rights, 'terms') ? [list('terms', '用词表', 'Word list')] : []),
  ...(uses(rights, 'hotlines') ? [list('hotlines', '举报电话', 'Hotlines')] : []),
  ...(rights.acts('template.install') || sees(rights, 'poster-templates')
    ? [list('poster-templates', '海报模板', 'Poster templates')]
    : []),
  ...(rights.may('webhooks', 'create') ? [list('webhooks', '外发通知', 'Outgoing notices')] : []),
  ...(changes(rights, 'town')
    ? [{ words: words('本镇', 'The town'), href: '/admin/globals/town', lit: ['globals/town'] }]
    : []),
]

/** What the product writes down by itself, for whoever looks something up. */
export const records = ({ may, isOfTown }: Rights): readonly Entry[] =>
  isOfTown && may('audit', 'read')
    ? [
        list('submissions', '送审件', 'Submissions'),
        list('approvals', '审核意见', 'Decisions'),
        list('releases', '发布件', 'Releases'),
        list('prints', '打印记录', 'Prints'),
        list('postings', '张贴记录', 'Postings'),
        list('heads', '节目头', 'Heads'),
        list('receipts', '回执', 'Receipts'),
        list('derivations', '补排画面', 'Derived pages'),
        ...(may('pairings', 'read') ? [list('pairings', '配对记录', 'Pairings')] : []),
        ...(may('deliveries', 'read') ? [list('deliveries', '通知记录', 'Deliveries')] : []),
        list('audit', '操作记录', 'Audit'),
      ]
    : []

/** 管: one entry for all of it, lit on every page of it that has no entry of its own. */
const manage = (rights: Rights, takesSteps: boolean): readonly Entry[] => {
  const inside = [...settings(rights), ...records(rights)]
  const lit = inside.flatMap((entry) => entry.lit)
  const own = takesSteps ? lit.filter((one) => one !== 'collections/submissions') : lit
  return inside.length > 0
    ? [{ words: words('设置和记录', 'Settings and records'), href: '/admin/manage', lit: ['manage', ...own] }]
    : []
}

const writing = (rights: Rights, kinds: ContentKinds): readonly Entry[] =>
  rights.may('contents', 'create') || sees(rights, 'contents')
    ? [
        ...kinds.all.map(({ collection, names }) => list(collection, names.zh, names.plural)),
        list('media', '图片', 'Pictures'),
      ]
    : []

const playing = (rights: Rights): readonly Entry[] => [
  ...(rights.may('playlists', 'create') || sees(rights, 'playlists')
    ? [list('playlists', '播放单', 'Playlists')]
    : []),
  ...(rights.may('schedules', 'create') || sees(rights, 'schedules')
    ? [list('schedules', '排播', 'Schedules')]
    : []),
  ...(rights.may('campaigns', 'create') || sees(rights, 'campaigns')
    ? [list('campaigns', '专项行动', 'Campaigns')]
    : []),
  ...(rights.isOfTown && rights.acts('screen.timeline') ? [list('screens', '屏', 'Screens')] : []),
]

const printing = ({ acts }: Rights): readonly Entry[] => [
  ...(acts('print.sheet') ? [page('/print', '打印海报', 'Print posters')] : []),
  ...(acts('posting.put') ? [page('/print/hung', '张贴清单', 'What hangs')] : []),
  ...(acts('posting.recall') ? [page('/print/recall', '要换下的', 'To take down')] : []),
]

/** Fifteen entries at most for whoever holds every role, fewer where there is less to do. */
export const menuOf = (rights: Rights, kinds: ContentKinds, takesSteps: boolean): readonly Group[] =>
  [
    {
      words: null,
      entries: [
        { words: words('今天', 'Today'), href: '/admin', lit: [''] },
        ...(takesSteps ? [list('submissions', '等我审', 'For my review')] : []),
      ],
    },
    {
      words: rights.may('contents', 'create') ? words('写', 'Write') : words('看', 'Read'),
      entries: writing(rights, kinds),
    },
    { words: words('放', 'Play'), entries: playing(rights) },
    { words: words('印', 'Print'), entries: printing(rights) },
    { words: words('管', 'Manage'), entries: manage(rights, takesSteps) },
  ].filter(({ entries }) => entries.length > 0)

/** Whether an entry is lit at an address below `/admin`: on its list and on every row of it. */
export const isLit = ({ lit }: Entry, here: string): boolean =>
  lit.some((one) => here === one || (one !== '' && here.startsWith(`${one}/`)))
