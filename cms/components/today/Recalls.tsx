import type { RecallItem } from '../../print/recall.ts'
import { say, type DeskLanguage } from '../language.ts'
import { RECALL_HREF, recallLines } from '../print/recall.ts'
import { Panel } from './Panel.tsx'

type Props = { readonly items: readonly RecallItem[]; readonly language: DeskLanguage }

/** What hangs and should not any more: `海报《…》第3版有14处已过时，请更换` (PST-11). */
export const Recalls = ({ items, language }: Props) => (
  <Panel
    title={say(language, '要换下的海报', 'Posters to take down')}
    empty={say(language, '没有。', 'None.')}
  >
    {recallLines(items, language).map(({ key, words }) => (
      <li key={key}>
        <a href={RECALL_HREF}>{words}</a>
      </li>
    ))}
  </Panel>
)
