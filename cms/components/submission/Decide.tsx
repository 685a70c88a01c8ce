'use client'

import { say, type DeskLanguage } from '../../web/language.ts'
import { ProveAgain } from '../sign-in/ProveAgain.tsx'
import { unansweredIn } from './Asks.tsx'
import { WHOLE_COMMENT } from './Comments.tsx'
import { missingOf, nextUnseen } from './looked.ts'
import { missingWords } from './missing-words.ts'
import { ON_THE_WHOLE, textOn, type Note } from './notes.ts'
import { useReviewing } from './Reviewing.tsx'
import type { ShownLook } from './shown.ts'
import { useDecision } from './useDecision.ts'

type Props = {
  readonly isIssue: boolean
  readonly submission: string
  /** Digest of the pages that are shown: what is passed or issued is what was seen (CMS-26). */
  readonly digest: string
  readonly language: DeskLanguage
}

/** 看过 5 / 9, told by a row of marks too. */
export const Meter = ({ language }: { readonly language: DeskLanguage }) => {
  const { looks, looked, at } = useReviewing()
  return (
    <p className="ss-meter">
      <b>
        {say(language, `看过 ${looked.size} / ${looks.length}`, `Seen ${looked.size} of ${looks.length}`)}
      </b>
      <span aria-hidden>
        {looks.map((_, n) => (
          // oxlint-disable-next-line react/no-array-index-key
          <i key={n} className={n === at ? 'ss-here' : looked.has(n) ? 'ss-seen' : ''} />
        ))}
      </span>
    </p>
  )
}

/** What was written on a look is pinned to the place of its words; where nobody knows that, it names the page. */
const saidOn = (notes: readonly Note[], looks: readonly ShownLook[]) => {
  const placed = notes.map(({ look, text }) => ({ look, text: text.trim(), place: looks[look]?.places[0] }))
  const loose = placed.filter(({ place }) => !place)
  return {
    comment: loose
      .map(({ look, text }) => (look === ON_THE_WHOLE ? text : `第 ${look + 1} 页：${text}`))
      .join('\n'),
    pins: placed.flatMap(({ place, text }) => (place ? [{ ...place, text }] : [])),
  }
}

/** 退回 and 通过 or 签发, and in a sentence what is still missing. */
export const Decide = ({ isIssue, submission, digest, language }: Props) => {
  const { looks, at, go, looked, sight, notes, asks, ticks } = useReviewing()
  const { busy, faults, decide, unproven, again, leave } = useDecision(language)
  const missing = missingOf(looked, looks.length, unansweredIn(asks ?? [], ticks))
  const approve = () =>
    decide(`/submissions/${submission}/approve`, {
      comment: textOn(notes, ON_THE_WHOLE),
      digest,
      confirmed: ticks,
    })
  const giveBack = () => {
    if (notes.length === 0) return document.getElementById(WHOLE_COMMENT)?.focus()
    return void decide(`/submissions/${submission}/return`, saidOn(notes, looks))
  }
  return (
    <>
      {unproven && <ProveAgain language={language} proven={again} leave={leave} />}
      <Meter language={language} />
      <div className="ss-bar__say" role="status">
        {faults.length > 0 ? (
          faults.map(({ message }) => (
            <p className="ss-fault" role="alert" key={message}>
              {message}
            </p>
          ))
        ) : (
          <p>{missingWords(missing, sight, isIssue, language)}</p>
        )}
        {missing && missing.looks > 0 && looked.has(at) && (
          <button type="button" className="ss-link" onClick={() => go(nextUnseen(looked, looks.length, at))}>
            {say(language, '去没看的那页', 'Go to one not seen')}
          </button>
        )}
      </div>
      <div className="ss-buttons">
        <button type="button" className="ss-button" disabled={busy} onClick={giveBack}>
          {say(language, '退回', 'Return')}
        </button>
        <button
          type="button"
          className="ss-button ss-button--primary"
          disabled={busy || missing !== null}
          onClick={() => void approve()}
        >
          {isIssue ? say(language, '签发', 'Issue') : say(language, '通过', 'Pass')}
        </button>
      </div>
    </>
  )
}
