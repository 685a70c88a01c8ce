import type { Asking } from '../../workflow/read.ts'
import { readProposals, type Proposal } from '../../workflow/proposals.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { Panel } from './Panel.tsx'

const proposalWords = ({ title, words, stops, places }: Proposal, language: DeskLanguage): string => {
  const listed = words.map((word) => say(language, `“${word}”`, `"${word}"`)).join(say(language, '', ', '))
  const hung =
    places === 0
      ? ''
      : say(
          language,
          `；有 ${places} 处海报贴着`,
          `; its poster hangs in ${places} ${places === 1 ? 'place' : 'places'}`,
        )
  return stops
    ? say(
        language,
        `建议撤下《${title}》：用词表里不许写${listed}${hung}`,
        `Withdraw "${title}"? The word list forbids ${listed}${hung}`,
      )
    : say(
        language,
        `请看一看《${title}》：用词表里不建议写${listed}${hung}`,
        `Look at "${title}": the word list advises against ${listed}${hung}`,
      )
}

/** What the word list speaks against since it was issued, with the way to its 撤下; nothing where there is none (CHK-18). */
export const Proposals = async ({ language, ...asking }: Asking & { readonly language: DeskLanguage }) => {
  const all = await readProposals(asking)
  return (
    all.length > 0 && (
      <div className="ss-today__grid">
        <Panel title={say(language, '用词表变了，请看这几件', 'The word list has changed')} empty="">
          {all.map((one) => (
            <li key={one.release}>
              <a href={`/admin/collections/releases/${one.release}`}>{proposalWords(one, language)}</a>
            </li>
          ))}
        </Panel>
      </div>
    )
  )
}
