'use client'

import { useCallback, useRef, useState } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'
import { captionOf, gridWords, parseGridKey } from './caption.ts'
import { NoteOnLook } from './NoteOnLook.tsx'
import { PageCanvas } from './PageCanvas.tsx'
import { pageName, useReviewing } from './Reviewing.tsx'
import { rareWords, textOf } from './page-words.ts'
import { mainGrid, type GridPages } from './shown.ts'

const nameOf = ({ screens, key }: GridPages, language: DeskLanguage): string => {
  const parsed = parseGridKey(key)
  return (
    screens.join('、') || (parsed ? gridWords(parsed, language) : say(language, '这种屏', 'Such screens'))
  )
}

type Shown = {
  readonly look: number
  readonly gridAt: number
  readonly number: number
  readonly language: DeskLanguage
}

const failedWords = (language: DeskLanguage): string =>
  say(
    language,
    '这一页没有显示完整：图片或字体没取到。请刷新页面。',
    'This page is not whole: a picture or font did not come. Reload the page.',
  )

const ShownPage = ({ look, gridAt, number, language }: Shown) => {
  const { grids, tell } = useReviewing()
  const page = grids[gridAt]?.pages[number]
  const name = pageName(look, gridAt, number)
  const onEnd = useCallback((whole: boolean) => tell(name, whole), [tell, name])
  return page && <PageCanvas page={page} label={textOf(page)} failed={failedWords(language)} onEnd={onEnd} />
}

/** Below a page, large: how high its characters are, how long it stays, what is odd about it. */
const Told = ({ grid, number, language }: { grid: GridPages; number: number; language: DeskLanguage }) => {
  const page = grid.pages[number]
  if (!page) return null
  const pitch = parseGridKey(grid.key)?.pitchMm ?? 0
  return (
    <>
      <p className="ss-caption">
        <b>{nameOf(grid, language)}</b> {captionOf(page, number, grid.pages.length, pitch, language)}
      </p>
      {grid.faults[number]?.map(({ code, message_zh, message_en }) => (
        <p className="ss-caption" key={code}>
          {say(language, message_zh, message_en)}
        </p>
      ))}
      {grid.rare[number] && <p className="ss-caption">{rareWords(grid.rare[number], language)}</p>}
    </>
  )
}

type OnGrid = { readonly look: number; readonly gridAt: number; readonly language: DeskLanguage }

const Large = ({ look, gridAt, language }: OnGrid) => {
  const { looks, grids } = useReviewing()
  const grid = grids[gridAt]
  return (
    <div className="ss-stage__large">
      {looks[look]?.pages[gridAt]?.map((number) => (
        <figure key={`${look} ${gridAt} ${number}`}>
          <div className="ss-stage__wall">
            <ShownPage look={look} gridAt={gridAt} number={number} language={language} />
          </div>
          <figcaption>{grid && <Told grid={grid} number={number} language={language} />}</figcaption>
        </figure>
      ))}
      <NoteOnLook key={look} language={language} />
    </div>
  )
}

const Small = ({ look, gridAt, language, onChoose }: OnGrid & { readonly onChoose: () => void }) => {
  const { looks, grids } = useReviewing()
  const grid = grids[gridAt]
  const numbers = looks[look]?.pages[gridAt] ?? []
  if (!grid || numbers.length === 0) return null
  const [first] = grid.pages
  const strip = first !== undefined && first.width / first.height > 6
  const name = nameOf(grid, language)
  return (
    <figure className={strip ? 'ss-small ss-small--strip' : 'ss-small'}>
      <button type="button" onClick={onChoose} title={say(language, '放大看', 'Show it large')}>
        {numbers.map((number) => (
          <ShownPage
            key={`${look} ${gridAt} ${number}`}
            look={look}
            gridAt={gridAt}
            number={number}
            language={language}
          />
        ))}
      </button>
      <figcaption className="ss-caption">
        {name}
        {numbers.length > 1 && say(language, `，${numbers.length} 页`, `, ${numbers.length} pages`)}
      </figcaption>
    </figure>
  )
}

/** A finger that goes this far to a side, in CSS pixels, turns the page. */
const SWIPE = 48

const useSwipe = (turn: (by: 1 | -1) => void) => {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onTouchStart: ({ touches }: React.TouchEvent) => {
      const touch = touches.item(0)
      from.current = touch ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: ({ changedTouches }: React.TouchEvent) => {
      const touch = changedTouches.item(0)
      if (!from.current || !touch) return
      const [x, y] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
      if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1)
    },
  }
}

const Turns = ({ language }: { readonly language: DeskLanguage }) => {
  const { looks, at, go } = useReviewing()
  return (
    <div className="ss-turns">
      <button type="button" disabled={at === 0} onClick={() => go(at - 1)}>
        <span aria-hidden>‹</span>
        <span className="ss-turns__word">{say(language, '上一页', 'Back')}</span>
      </button>
      <button
        type="button"
        className="ss-turns__next"
        disabled={at >= looks.length - 1}
        onClick={() => go(at + 1)}
      >
        <span className="ss-turns__word">{say(language, '下一页', 'Next')}</span>
        <span aria-hidden>›</span>
      </button>
    </div>
  )
}

/** The open look on all grids at once, one of them large (DESK-60). Arrow keys and a finger turn it. */
export const Stage = ({ language }: { readonly language: DeskLanguage }) => {
  const { looks, grids, at, go } = useReviewing()
  const [chosen, choose] = useState(0)
  const swipe = useSwipe((by) => go(at + by))
  const look = looks[at]
  if (!look) return null
  const main = mainGrid(look, chosen)
  const onKeyDown = ({ key, target }: React.KeyboardEvent) => {
    if (target instanceof HTMLTextAreaElement) return
    if (key === 'ArrowRight') go(at + 1)
    if (key === 'ArrowLeft') go(at - 1)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="ss-stage" aria-live="polite" onKeyDown={onKeyDown} {...swipe}>
      <Large look={at} gridAt={main} language={language} />
      <div className="ss-stage__small">
        {grids.map((grid, i) =>
          i === main ? null : (
            <Small key={grid.key} look={at} gridAt={i} language={language} onChoose={() => choose(i)} />
          ),
        )}
      </div>
      <Turns language={language} />
    </section>
  )
}
