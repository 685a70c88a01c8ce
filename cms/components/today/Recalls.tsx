import type { RecallItem } from '../../postings/recall.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { placeLine, RECALL_HREF, recallLines } from '../print/recall.ts'
import { Panel } from './Panel.tsx'

type Props = {
  readonly items: readonly RecallItem[]
  readonly language: DeskLanguage
  /** Place by place, for the village that takes them down; else grouped by content and edition. */
  readonly byPlace?: boolean
}

const linesOf = ({ items, language, byPlace }: Props) =>
  byPlace
    ? items.map((item) => ({ key: item.posting, words: placeLine(item, language) }))
    : recallLines(items, language)

/** What hangs and should not any more: `海报《…》第3版有14处已过时，请更换` (PST-11). */
export const Recalls = (props: Props) => (
  <Panel
    title={say(props.language, '要换下的海报', 'Posters to take down')}
    empty={say(props.language, '没有。', 'None.')}
  >
    {linesOf(props).map(({ key, words }) => (
      <li key={key}>
        <a href={RECALL_HREF}>{words}</a>
      </li>
    ))}
  </Panel>
)
