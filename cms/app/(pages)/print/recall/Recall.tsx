'use client'

import { useState } from 'react'
import type { DeskLanguage } from '../../../../web/language.ts'
import type { RecallItem } from '../../../../postings/recall.ts'
import { shrink } from '../../../../web/shrink.ts'
import { ask, readJson, type Fault } from '../../../../web/answer.ts'
import { dayWords } from '../../../../web/days.ts'
import { Faults } from '../Faults.tsx'
import hungStyles from '../hung.module.css'
import styles from '../print.module.css'
import { printWords } from '../words.ts'

type ItemProps = { readonly item: RecallItem; readonly language: DeskLanguage }

/** One poster that must come down; the photo of the bare place ticks it off. */
const Item = ({ item, language }: ItemProps) => {
  const words = printWords(language)
  const [state, setState] = useState<'hangs' | 'sending' | 'down'>('hangs')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const tick = async (photo: File | undefined) => {
    if (!photo) return
    setState('sending')
    setFaults([])
    const body = new FormData()
    body.set('photo', await shrink(photo))
    const path = `/api/postings/${encodeURIComponent(item.posting)}/takedown`
    const answer = await ask(path, { method: 'POST', body, language }, readJson<unknown>)
    setState(answer.ok ? 'down' : 'hangs')
    if (!answer.ok) setFaults(answer.faults)
  }
  return (
    <li className={state === 'down' ? hungStyles['gone'] : undefined}>
      <div>
        <span className={hungStyles['why']}>
          {words.why[item.why]}
          <span className={styles['small']}>（{words.since(dayWords(item.since, language))}）</span>
        </span>
        <strong>
          {item.unit} · {item.place || words.noPlace}
        </strong>
        <span>{item.title}</span>
        <span className={styles['small']}>
          {words.hungOn(dayWords(item.postedAt, language))}
          {words.comma}
          {words.code} {item.code}
        </span>
        <Faults faults={faults} kind="stop" />
        {state === 'down' ? (
          <span className={hungStyles['done']} role="status">
            ✓ {words.ticked}
          </span>
        ) : (
          <label className={`${styles['do']} ${hungStyles['shoot']}`}>
            {state === 'sending' ? words.ticking : words.tick}
            <input
              name={`takedown-${item.posting}`}
              type="file"
              accept="image/*"
              capture="environment"
              disabled={state === 'sending'}
              onChange={({ target }) => {
                const photo = target.files?.[0]
                void tick(photo)
                target.value = ''
              }}
            />
          </label>
        )}
      </div>
    </li>
  )
}

/** 要换下的: where what hangs is void, oldest first. */
export const Recall = ({
  items,
  language,
}: {
  readonly items: readonly RecallItem[]
  readonly language: DeskLanguage
}) => (
  <ul className={hungStyles['hung']}>
    {items.map((item) => (
      <Item key={item.posting} item={item} language={language} />
    ))}
  </ul>
)
