import type { CollectionSlug } from 'payload'
import type { Fact, InBoth } from '../../../src/content/index.ts'
import { PLACE_TYPE_WORDS } from '../../../src/lexicon/places.ts'
import { AUDIENCE_WORDS } from '../../../src/lexicon/taxonomy.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { ports } from '../../base/ports.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import type { Asking } from '../../workflow/read.ts'

type Props = {
  readonly asking: Asking
  readonly frozen: FrozenContent
  readonly language: DeskLanguage
}

type Linked = { readonly title: string; readonly href: string }

/** Titles as the drafts have them today, with the rights of who looks; one that is gone is passed over. */
const linkedOf = async (
  { payload, user }: Asking,
  contents: Extract<Fact, { readonly contents: unknown }>['contents'],
): Promise<readonly Linked[]> => {
  const all: Linked[] = []
  for (const { kind, id } of contents) {
    const collection = ports().kinds.named(kind)?.collection
    if (!collection) continue
    const slug = collection as CollectionSlug
    const found = await payload.findByID({
      collection: slug,
      id,
      depth: 0,
      draft: true,
      disableErrors: true,
      overrideAccess: false,
      user,
    })
    const field = payload.collections[slug].config.admin.useAsTitle ?? 'id'
    const title: unknown = (found as unknown as Readonly<Record<string, unknown>> | null)?.[field]
    if (typeof title === 'string') all.push({ title, href: `/admin/collections/${collection}/${id}` })
  }
  return all
}

const Value = async ({ fact, asking, language }: Omit<Props, 'frozen'> & { readonly fact: Fact }) => {
  if ('values' in fact)
    return <dd>{fact.values.map((value) => value[language]).join(say(language, '、', ', '))}</dd>
  const linked = await linkedOf(asking, fact.contents)
  return (
    <dd>
      {linked.map(({ title, href }) => (
        <a key={href} href={href}>
          {title}
        </a>
      ))}
      {linked.length === 0 && '–'}
    </dd>
  )
}

const listed = (label: InBoth, values: readonly InBoth[]): readonly Fact[] =>
  values.length > 0 ? [{ label, values }] : []

/** What was chosen of it beside its words (CNT-6), for who decides; nothing where nothing was. */
export const About = ({ asking, frozen, language }: Props) => {
  const { body, audience = [], placeTypes = [] } = frozen
  const facts = [
    ...(ports().kinds.of(body).facts?.(body) ?? []),
    ...listed(
      { zh: '给谁看', en: 'Whom it is for' },
      audience.map((one) => AUDIENCE_WORDS[one]),
    ),
    ...listed(
      { zh: '适合放在哪里', en: 'Kinds of place it is for' },
      placeTypes.map((one) => PLACE_TYPE_WORDS[one]),
    ),
  ]
  return (
    facts.length > 0 && (
      <section>
        <h2>{say(language, '这一件的情况', 'About this one')}</h2>
        <dl className="ss-about">
          {facts.map((fact) => (
            <div key={fact.label.en}>
              <dt>{fact.label[language]}</dt>
              <Value fact={fact} asking={asking} language={language} />
            </div>
          ))}
        </dl>
      </section>
    )
  )
}
