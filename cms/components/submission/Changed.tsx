'use client'

import { say, type DeskLanguage } from '../../web/language.ts'
import type { Segment } from './changes.ts'
import { PageCanvas } from './PageCanvas.tsx'
import { textOf } from './page-words.ts'
import { useReviewing } from './Reviewing.tsx'
import { mainGrid, type ShownChange, type ShownLook } from './shown.ts'
import type { Page } from '../../../src/model/page.ts'

const Words = ({ segments }: { readonly segments: readonly Segment[] }) => (
  <p className="ss-diff">
    {segments.map(({ text, is }, n) => {
      const Tag = is === 'gone' ? 'del' : is === 'new' ? 'ins' : 'span'
      // Stretches of two frozen texts never change places.
      // oxlint-disable-next-line react/no-array-index-key
      return <Tag key={n}>{text}</Tag>
    })}
  </p>
)

const Beside = ({
  before,
  now,
  edition,
  language,
}: {
  readonly before: Page | null
  readonly now: Page | undefined
  readonly edition: number
  readonly language: DeskLanguage
}) => (
  <div className="ss-beside">
    {before && (
      <figure key={`before ${textOf(before)}`}>
        <PageCanvas page={before} label={textOf(before)} />
        <figcaption className="ss-caption">
          {say(language, `第 ${edition} 版`, `Edition ${edition}`)}
        </figcaption>
      </figure>
    )}
    {now && (
      <figure key={`now ${textOf(now)}`}>
        <PageCanvas page={now} label={textOf(now)} />
        <figcaption className="ss-caption">{say(language, '这一版', 'This one')}</figcaption>
      </figure>
    )}
  </div>
)

const headOf = (change: ShownChange | undefined, edition: number, language: DeskLanguage): string => {
  if (!change) return say(language, `和第 ${edition} 版比，这一页没动`, `As it was in edition ${edition}`)
  if (change.is === 'new')
    return say(language, `这一页是新的，第 ${edition} 版没有`, `New: edition ${edition} had no such page`)
  return change.is === 'picture'
    ? say(language, `和第 ${edition} 版比，这一页换了图`, `Another picture than in edition ${edition}`)
    : say(language, `和第 ${edition} 版比，这一页改了`, `Changed since edition ${edition}`)
}

const wholeOf = (looks: readonly ShownLook[], gone: number, language: DeskLanguage): string => {
  const changed = looks.filter(({ change }) => change).length
  const same = looks.length - changed
  const zh = [
    changed === 0 ? '全篇没有改动' : `全篇改了 ${changed} 页`,
    ...(changed > 0 && same > 0 ? [`另 ${same} 页没动`] : []),
    ...(gone > 0 ? [`删去了 ${gone} 页`] : []),
  ]
  const en = [
    changed === 0 ? 'Nothing changed' : `${changed} changed in all`,
    ...(changed > 0 && same > 0 ? [`${same} as before`] : []),
    ...(gone > 0 ? [`${gone} taken out`] : []),
  ]
  return say(language, `${zh.join('，')}。`, `${en.join(', ')}.`)
}

type Props = { readonly edition: number; readonly gone: number; readonly language: DeskLanguage }

/** The open look beside what it was in the last edition: pictures and words (DESK-62). */
export const Changed = ({ edition, gone, language }: Props) => {
  const { looks, grids, at } = useReviewing()
  const look = looks[at]
  if (edition === 0 || !look) return null
  const { change } = look
  const grid = mainGrid(look, 0)
  const now = grids[grid]?.pages[look.pages[grid]?.[0] ?? 0]
  return (
    <section className="ss-panel ss-changed">
      <h2>{headOf(change, edition, language)}</h2>
      {change && change.is !== 'new' && (
        <Beside before={change.page} now={now} edition={edition} language={language} />
      )}
      {change?.is === 'words' && <Words segments={change.segments} />}
      <p className="ss-secondary">{wholeOf(looks, gone, language)}</p>
    </section>
  )
}
