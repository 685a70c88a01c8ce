'use client'

import styles from './demo.module.css'
import type { DemoEvent } from '../../../../src/model/demo-feed.ts'
import { secondsWords, WORDS, type Language } from './words.ts'

type Props = { readonly events: readonly DemoEvent[]; readonly lost: boolean; readonly language: Language }

const CARE: readonly string[] = ['screen-offline', 'returned', 'withdrawn']

const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })

const Progress = ({ event, language }: { readonly event: DemoEvent; readonly language: Language }) => {
  if (event.shown === undefined || event.of === undefined || event.of === 0) return null
  return (
    <>
      <progress className={styles['bar']} max={event.of} value={event.shown} />
      <span className={styles['count']}>
        {WORDS[language].shown(event.shown, event.of, secondsWords(event.slowestMs))}
      </span>
    </>
  )
}

export const Feed = ({ events, lost, language }: Props) => {
  const words = WORDS[language]
  const newestFirst = events.toSorted((a, b) => b.at - a.at)
  return (
    // It scrolls, so the keyboard must reach it.
    <aside className={styles['feed']} aria-live="polite" tabIndex={0}>
      <h2>{words.justNow}</h2>
      {lost && <p className={styles['lost']}>{words.noStream}</p>}
      {newestFirst.length === 0 && <p className={styles['empty']}>{words.nothingYet}</p>}
      <ol>
        {newestFirst.map((event) => (
          <li
            key={`${event.at} ${event.kind} ${event.title_zh}`}
            className={CARE.includes(event.kind) ? styles['care'] : styles['done']}
          >
            <time dateTime={new Date(event.at).toISOString()}>{clockTime(event.at)}</time>
            <span>{language === 'zh' ? event.title_zh : event.title_en}</span>
            <Progress event={event} language={language} />
          </li>
        ))}
      </ol>
    </aside>
  )
}
