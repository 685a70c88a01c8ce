'use client'

import { useState } from 'react'
import { Shield } from '../../../web/Shield.tsx'
import { columnsOf } from './columns.ts'
import styles from './demo.module.css'
import type { DemoEvent } from '../../../../src/model/demo-feed.ts'
import { Feed } from './Feed.tsx'
import { Frame } from './Frame.tsx'
import { useFeed } from './useFeed.ts'
import { useWall } from './useWall.ts'
import { WORDS, type Language } from './words.ts'

type Props = { readonly town: string; readonly language: Language }

export const Wall = ({ town, language }: Props) => {
  const words = WORDS[language]
  const { wall, ahead } = useWall()
  const feed = useFeed(wall?.screens.length ?? 0, ahead)
  const [mine, setMine] = useState<readonly DemoEvent[]>([])
  const tell = (event: DemoEvent) => setMine((before) => [event, ...before].slice(0, 8))

  return (
    <div className={styles['page']} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <header className={styles['top']}>
        <Shield size={30} />
        <h1>
          {words.product}
          <span aria-hidden="true"> · </span>
          {town}
        </h1>
        <span className={styles['live']}>{words.live}</span>
        <span className={styles['mark']}>{words.demo}</span>
        <nav>
          <a href={language === 'zh' ? '?lang=en' : '?lang=zh'}>{words.other}</a>
          <a className={styles['primary']} href="/admin">
            {words.admin}
          </a>
        </nav>
      </header>
      <main className={styles['wall']}>
        {wall === undefined && <p className={styles['waiting']}>{words.noWall}</p>}
        {wall !== undefined &&
          columnsOf(wall.screens).map((column, index) => (
            // Left and right: the place is the identity.
            // oxlint-disable-next-line react/no-array-index-key
            <div className={styles['column']} key={index}>
              {column.map((screen) => (
                <Frame key={screen.id} screen={screen} language={language} tell={tell} heard={feed.heard} />
              ))}
            </div>
          ))}
        <Feed events={[...mine, ...feed.events]} lost={feed.lost} language={language} />
      </main>
    </div>
  )
}
