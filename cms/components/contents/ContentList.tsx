import { SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps, TypedUser } from 'payload'
import type { ContentKind } from '../../../src/content/index.ts'
import { mayAct, mayRows } from '../../access/roles.ts'
import { ports } from '../../base/ports.ts'
import { readListing } from '../../overview/contents.ts'
import { facesOf } from '../../overview/faces.ts'
import { CHIPS, SCOPES, shownOf, type Scope, type Shown, type Wanted } from '../../overview/list.ts'
import { namesOf } from '../../overview/names.ts'
import { foundBy, wordsIn } from '../../overview/search.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { readReviewDays } from '../../workflow/waiting.ts'
import { Chips } from './Chips.tsx'
import { ContentRow, type Row } from './ContentRow.tsx'
import { CHIP_WORDS } from './words.ts'

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

const oneOf = <T extends string>(all: readonly T[], asked: unknown): T | null =>
  all.find((one) => one === asked) ?? null

/** What the address asks for; whoever writes begins with what is his, if anything is. */
const wantedIn = (asked: Asked, begin: Scope): Wanted => ({
  scope: oneOf(SCOPES, asked['scope']) ?? begin,
  chip: oneOf(CHIPS, asked['state']),
  words: wordsIn(asked['q']),
  page: Number.parseInt(String(asked['page'] ?? '1'), 10) || 1,
})

const Search = ({ wanted, language }: { readonly wanted: Wanted; readonly language: DeskLanguage }) => {
  const label = say(language, '找标题、正文，打拼音首字母也行', 'Search titles and words, or pinyin initials')
  return (
    <form className="ss-search" method="get" role="search">
      <input type="hidden" name="scope" value={wanted.scope} />
      {wanted.chip && <input type="hidden" name="state" value={wanted.chip} />}
      <input type="search" name="q" defaultValue={wanted.words} placeholder={label} aria-label={label} />
      <button className="ss-button" type="submit">
        {say(language, '找', 'Search')}
      </button>
    </form>
  )
}

const emptyWords = ({ words, chip }: Wanted, kind: ContentKind, language: DeskLanguage): string => {
  if (words)
    return say(language, `没有找到“${words}”。换个词，或点“全部”再找。`, `Nothing is called “${words}”.`)
  if (chip) {
    const [zh, en] = CHIP_WORDS[chip]
    return say(language, `没有“${zh}”的。`, `None are ${en.toLowerCase()}.`)
  }
  return say(
    language,
    `还没有${kind.names.zh}。写好以后送审，通过、签发了就能上屏、能印。`,
    `No ${kind.names.plural.toLowerCase()} yet. Write one and send it in.`,
  )
}

type GroupProps = { readonly title: string; readonly count: number; readonly rows: readonly Row[] }
type SectionProps = GroupProps & Pick<React.ComponentProps<typeof ContentRow>, 'facts'>

const Group = ({ title, count, rows, facts }: SectionProps) =>
  rows.length === 0 ? null : (
    <section className="ss-contents">
      <h2>
        {title} <span>{count}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <ContentRow key={row.told.id} row={row} facts={facts} />
        ))}
      </ul>
    </section>
  )

const pageHref = (wanted: Wanted, page: number): string =>
  `?${new URLSearchParams({
    scope: wanted.scope,
    ...(wanted.chip && { state: wanted.chip }),
    ...(wanted.words && { q: wanted.words }),
    page: String(page),
  }).toString()}`

const Turn = ({
  shown: { page, pages },
  wanted,
  language,
}: {
  readonly shown: Shown
  readonly wanted: Wanted
  readonly language: DeskLanguage
}) =>
  pages < 2 ? null : (
    <nav className="ss-turn" aria-label={say(language, '翻页', 'Pages')}>
      {page > 1 && <a href={pageHref(wanted, page - 1)}>{say(language, '上一页', 'Previous')}</a>}
      <span>{say(language, `第 ${page} 页，共 ${pages} 页`, `Page ${page} of ${pages}`)}</span>
      {page < pages && <a href={pageHref(wanted, page + 1)}>{say(language, '下一页', 'Next')}</a>}
    </nav>
  )

const Head = ({
  kind,
  shown,
  user,
  language,
}: {
  readonly kind: ContentKind
  readonly shown: Shown
  readonly user: TypedUser
  readonly language: DeskLanguage
}) => (
  <header>
    <h1>{say(language, kind.names.zh, kind.names.plural)}</h1>
    <p className="ss-secondary">
      {shown.mine > 0
        ? say(language, `${shown.total} 件，您写的 ${shown.mine} 件`, `${shown.total}, ${shown.mine} by you`)
        : say(language, `${shown.total} 件`, String(shown.total))}
    </p>
    {kind.columns && mayAct(user, 'content.import') && (
      <a className="ss-button" id="import" href={`/admin/import?kind=${kind.collection}`}>
        {say(language, '导入', 'Import')}
      </a>
    )}
    {mayRows(user, 'contents', 'create') && (
      <a
        className="ss-button ss-button--primary"
        id="write-new"
        href={`/admin/collections/${kind.collection}/create`}
      >
        {say(language, `写一件${kind.names.zh}`, `Write a ${kind.names.en.toLowerCase()}`)}
      </a>
    )}
  </header>
)

/** The list of one kind of content: whose turn each is, where it plays, and the next thing to do with it (DESK-41). */
export const ContentList = async (props: ListViewServerProps) => {
  const { collectionConfig, i18n, payload, searchParams, user } = props
  const kind = ports().kinds.writtenIn(collectionConfig.slug)
  if (!user || !kind) return null
  const language = deskLanguage(i18n.language)
  const listing = await readListing({ payload, user }, kind)
  const hasOwn = listing.unsent.mine > 0 || listing.sent.some(({ isMine }) => isMine)
  const wanted = wantedIn((searchParams ?? {}) as Asked, hasOwn ? 'mine' : 'all')
  const found = await listing.find(await foundBy(payload, kind, wanted.words))
  const shown = await shownOf(listing, wanted, found)
  const told = await listing.tell(shown.rows)
  const faces = await facesOf(payload, kind, told)
  const names = await namesOf(
    payload,
    told.map(({ last }) => last.by),
  )
  const rows = told.map((one): Row => ({ told: one, face: faces.get(one.id) ?? null }))
  const facts = {
    language,
    now: ports().now(),
    reviewDays: await readReviewDays(payload),
    reader: String(user.id),
    name: (id: string) => names.get(id) ?? '',
  }
  return (
    <div className="ss-view ss-list">
      <SetStepNav nav={[{ label: say(language, kind.names.zh, kind.names.plural) }]} />
      {props.BeforeListTable}
      <Head kind={kind} shown={shown} user={user} language={language} />
      <div className="ss-list__tools">
        <Chips shown={shown} wanted={wanted} hasOwn={hasOwn} language={language} />
        <Search wanted={wanted} language={language} />
      </div>
      <Group
        title={say(language, '要您动手', 'Your turn')}
        count={shown.waiting}
        rows={rows.filter(({ told }) => told.task)}
        facts={facts}
      />
      <Group
        title={say(language, '不用您动手', 'Nothing for you to do')}
        count={shown.others}
        rows={rows.filter(({ told }) => !told.task)}
        facts={facts}
      />
      {rows.length === 0 && <p className="ss-panel ss-secondary">{emptyWords(wanted, kind, language)}</p>}
      <Turn shown={shown} wanted={wanted} language={language} />
    </div>
  )
}
