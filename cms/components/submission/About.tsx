import type { Fact, InBoth } from '../../../src/content/index.ts'
import { PLACE_TYPE_WORDS } from '../../../src/lexicon/places.ts'
import { AUDIENCE_WORDS } from '../../../src/lexicon/taxonomy.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { ports } from '../../base/ports.ts'
import { readNamed, type Choice } from '../../overview/choices.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import type { Asking } from '../../workflow/read.ts'

type Props = {
  readonly asking: Asking
  readonly frozen: FrozenContent
  readonly language: DeskLanguage
}

type Named = Choice & { readonly collection: string }
type Told = { readonly named: readonly Named[]; readonly untold: number }

/** By the titles they stand released with, else as their drafts have them today, with the rights of who looks (CMS-99). */
const namedOf = async (
  { payload, user }: Asking,
  contents: Extract<Fact, { readonly contents: unknown }>['contents'],
): Promise<Told> => {
  const named: Named[] = []
  for (const kind of ports().kinds.all) {
    const ids = contents.filter((one) => one.kind === kind.kind).map(({ id }) => id)
    if (!user || ids.length === 0) continue
    const found = await readNamed({ payload, user, kind }, ids)
    named.push(...found.map((one) => ({ ...one, collection: kind.collection })))
  }
  return { named, untold: contents.length - named.length }
}

const nameWords = ({ title, stands }: Choice, language: DeskLanguage): string =>
  stands ? title : say(language, `${title}（没有在发布）`, `${title} (not released)`)

const Value = async ({ fact, asking, language }: Omit<Props, 'frozen'> & { readonly fact: Fact }) => {
  if ('values' in fact)
    return <dd>{fact.values.map((value) => value[language]).join(say(language, '、', ', '))}</dd>
  const { named, untold } = await namedOf(asking, fact.contents)
  return (
    <dd>
      {named.map((one) =>
        one.isOwn ? (
          <a key={one.id} href={`/admin/collections/${one.collection}/${one.id}`}>
            {nameWords(one, language)}
          </a>
        ) : (
          <span key={one.id}>{nameWords(one, language)}</span>
        ),
      )}
      {untold > 0 && say(language, `${untold} 件不再发布`, `${untold} no longer released`)}
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
