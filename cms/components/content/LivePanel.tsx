'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { captionOf, gridWords, parseGridKey } from '../submission/caption.ts'
import { PageCanvas } from '../submission/PageCanvas.tsx'
import { rareWords } from '../submission/page-words.ts'
import { useFormName } from '../writing/useSaver.ts'
import { Film } from './Film.tsx'
import { Findings } from './Findings.tsx'
import { findingsOf, isMissing, type Finding } from './findings.ts'
import { useLive, type Live } from './live.ts'
import { pageOf } from './places.ts'
import { Sheets } from './Sheets.tsx'
import { Way } from './Way.tsx'
import { useAskLive } from './useAskLive.ts'
import { useCaret } from './useCaret.ts'

const CHOSEN = 'ss-screen'

const remembered = (): string => {
  try {
    return window.localStorage.getItem(CHOSEN) ?? ''
  } catch {
    return ''
  }
}

/** The screen a person looks at, kept on this machine. */
const useScreen = () => {
  const [grid, setGrid] = useState(() => (typeof window === 'undefined' ? '' : remembered()))
  const choose = (key: string) => {
    setGrid(key)
    try {
      window.localStorage.setItem(CHOSEN, key)
    } catch {
      // A browser may forbid it; the choice then lasts as long as the page.
    }
  }
  return { grid, choose }
}

type Shown = NonNullable<Live['shown']>

const screenWords = ({ screens }: Shown['grids'][number], language: DeskLanguage): string => {
  const [first, ...more] = screens
  if (first === undefined) return say(language, '常见的屏', 'A common screen')
  return more.length === 0
    ? first
    : say(language, `${first}等 ${screens.length} 块`, `${first} and ${more.length} more`)
}

const Chips = ({ shown, onChoose }: { readonly shown: Shown; readonly onChoose: (key: string) => void }) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  return (
    <div className="ss-live__screens" role="group" aria-label={say(language, '看哪块屏', 'Which screen')}>
      {shown.grids.map((grid) => {
        const parsed = parseGridKey(grid.key)
        return (
          <button
            type="button"
            key={grid.key}
            aria-pressed={grid.key === shown.grid}
            title={`${grid.screens.join(say(language, '、', ', '))} ${parsed ? gridWords(parsed, language) : ''}`.trim()}
            onClick={() => onChoose(grid.key)}
          >
            {screenWords(grid, language)}
          </button>
        )
      })}
    </div>
  )
}

const textOf = (page: Page): string => page.ops.flatMap((op) => (op.op === 'text' ? [op.text] : [])).join(' ')

/** As wide as there is room, as high as leaves the strip and the sentences in sight. */
const sizeOf = ({ width, height }: Page) => ({
  width: `min(100%, calc(var(--ss-page-height) * ${(width / height).toFixed(4)}))`,
  aspectRatio: `${width} / ${height}`,
})

const Stage = ({ shown, at }: { readonly shown: Shown; readonly at: number }) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const page = shown.pages[at]
  if (!page)
    return (
      <p className="ss-live__page ss-live__page--empty">
        {say(language, '写上标题，这里就是大屏的样子', 'Write the title, and here is the screen')}
      </p>
    )
  const isCoarse = page.width < 600
  return (
    <div className={isCoarse ? 'ss-live__page ss-live__page--coarse' : 'ss-live__page'}>
      <div style={sizeOf(page)}>
        <PageCanvas
          page={page}
          label={textOf(page)}
          failed={say(
            language,
            '这一页没有显示完整：图片或字体没取到。',
            'This page is not whole: a picture or font did not come.',
          )}
        />
      </div>
    </div>
  )
}

const Caption = ({
  shown,
  at,
  isManual,
}: {
  readonly shown: Shown
  readonly at: number
  readonly isManual: boolean
}) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const page = shown.pages[at]
  if (!page) return null
  const pitch = parseGridKey(shown.grid)?.pitchMm ?? 0
  const rare = shown.rare[at] ?? ''
  return (
    <p className="ss-caption ss-live__caption">
      <span>
        {captionOf(page, at, shown.pages.length, pitch, language)}
        {rare !== '' && ` · ${rareWords(rare, language)}`}
      </span>
      <span>{!isManual && say(language, '跟着光标走', 'Follows the cursor')}</span>
    </p>
  )
}

const GRAVITY = ['note', 'ask', 'stop'] as const

/** The gravest that is said of each page. */
const levelsOf = (shown: Shown, findings: readonly Finding[], isPressed: boolean) =>
  shown.pages.map((_, i) =>
    findings
      .filter((one) => one.page === i && (isPressed || !isMissing(one)))
      .map(({ level }) => level)
      .toSorted((a, b) => GRAVITY.indexOf(b) - GRAVITY.indexOf(a))
      .at(0),
  )

/** The page of the cursor, until another is chosen; the cursor's again once it goes elsewhere. */
const usePage = (shown: Shown | undefined) => {
  const caret = useCaret()
  const here = caret ? `${caret.field} ${caret.hint ?? ''}` : ''
  const [chosen, setChosen] = useState<{ readonly page: number; readonly from: string }>()
  const isManual = chosen !== undefined && chosen.from === here
  const followed = (caret && shown && pageOf(shown.places, caret)) ?? 0
  const last = Math.max(0, (shown?.pages.length ?? 0) - 1)
  return {
    at: Math.min(last, isManual ? chosen.page : followed),
    isManual,
    choose: (page: number) => setChosen({ page, from: here }),
  }
}

/** Beside the form: the page on the screen of choice as it is written, all pages, and what is to be said of them. */
export const LivePanel = () => {
  const form = useFormName()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const { grid, choose } = useScreen()
  useAskLive(grid)
  const { shown, told, failed, isBehind, isPressed } = useLive(form)
  const { at, isManual, choose: choosePage } = usePage(shown)
  const [isOpen, setOpen] = useState(false)
  const findings = findingsOf(told?.findings ?? [], shown?.places ?? [], language)
  return (
    <div className={isOpen ? 'ss-live ss-live--open' : 'ss-live'} data-behind={isBehind}>
      {shown && <Way steps={shown.steps} />}
      <div className="ss-live__head">
        <h2>
          <button
            type="button"
            className="ss-live__fold"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {say(language, '在屏上的样子', 'On the screen')}
          </button>
        </h2>
        {shown && <Chips shown={shown} onChoose={choose} />}
      </div>
      <div className="ss-live__pages">
        {shown && <Stage shown={shown} at={at} />}
        {failed !== undefined && (
          <p className="ss-fault" role="alert">
            {failed}
          </p>
        )}
        {shown && <Caption shown={shown} at={at} isManual={isManual} />}
        {shown && shown.pages.length > 0 && (
          <Film
            pages={shown.pages}
            at={at}
            levels={levelsOf(shown, findings, isPressed)}
            onChoose={choosePage}
          />
        )}
      </div>
      <Findings findings={findings} told={told} isPressed={isPressed} />
      {told && <Sheets sheets={told.sheets} />}
    </div>
  )
}
