'use client'

import { useState } from 'react'
import { askDesk, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { Asks, isAnswered, type Ticks } from './Asks.tsx'
import type { AskLine } from './asks.ts'
import { useSeen } from './Seen.tsx'
import type { Sight } from './sight.ts'
import type { Move } from './story.ts'

type Props = {
  readonly move: Move
  /** Why there is nothing to press, when `move` is `wait`. */
  readonly reason: string
  readonly submission: string
  /** Digest of the pages that are shown: what is passed or issued is what was seen (CMS-26). */
  readonly digest: string
  readonly release: string | null
  readonly asks: readonly AskLine[] | null
  readonly language: DeskLanguage
}

type Act = 'approve' | 'return' | 'withdraw'

const bodyOf = (
  what: Act,
  comment: string,
  digest: string,
  confirmed: Ticks,
): Readonly<Record<string, unknown>> => {
  if (what === 'withdraw') return { reason: comment }
  return what === 'approve' ? { comment, digest, confirmed } : { comment }
}

/** Why 通过 and 签发 cannot be pressed yet; nothing once every page is there to be seen. */
const Unseen = ({ sight, language }: { readonly sight: Sight; readonly language: DeskLanguage }) => {
  if (sight === 'whole') return null
  if (sight === 'loading')
    return (
      <p className="ss-secondary">
        {say(language, '画面还在显示，请稍等。', 'The pages are still being drawn.')}
      </p>
    )
  return (
    <p className="ss-fault" role="alert">
      {say(
        language,
        '有画面没有显示完整。请刷新页面，全部看到后才能通过。',
        'A page is not whole. Reload; it can be passed once all is seen.',
      )}
    </p>
  )
}

const useActs = ({ submission, digest, release, language }: Props) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const act = async (what: Act, comment: string, ticks: Ticks = {}) => {
    setBusy(true)
    setFaults([])
    const path = what === 'withdraw' ? `/releases/${release}/withdraw` : `/submissions/${submission}/${what}`
    const body = bodyOf(what, comment, digest, ticks)
    const answer = await askDesk(path, body, language)
    if (answer.ok) return location.reload()
    setBusy(false)
    setFaults(answer.faults)
  }
  return { busy, faults, act }
}

/** The big buttons, only those that this person may press now. */
export const Decide = (props: Props) => {
  const { move, language } = props
  const { busy, faults, act } = useActs(props)
  const { sight } = useSeen()
  const [comment, setComment] = useState('')
  const [ticks, setTicks] = useState<Ticks>({})
  const { asks } = props
  if (move === 'wait' || move === 'closed')
    return (
      <>
        {move === 'wait' && <p className="ss-secondary">{props.reason}</p>}
        {asks && <Asks asks={asks} language={language} />}
      </>
    )
  const withdraw = move === 'withdraw'
  return (
    <form className="ss-decide" onSubmit={(event) => event.preventDefault()}>
      <label>
        {withdraw
          ? say(language, '撤下原因', 'Reason for withdrawing')
          : say(language, '意见（退回时必填）', 'Comment (needed to return it)')}
        <textarea rows={3} maxLength={500} value={comment} onChange={(e) => setComment(e.target.value)} />
      </label>
      {faults.map((fault) => (
        <p className="ss-fault" role="alert" key={fault.message}>
          {fault.message}
        </p>
      ))}
      {asks && <Asks asks={asks} language={language} {...(!withdraw && { ticks, put: setTicks })} />}
      {!withdraw && <Unseen sight={sight} language={language} />}
      <div className="ss-buttons">
        {withdraw ? (
          <button
            type="button"
            className="ss-button ss-button--stop"
            disabled={busy}
            onClick={() => void act('withdraw', comment)}
          >
            {say(language, '撤下', 'Withdraw')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="ss-button ss-button--go"
              disabled={busy || sight !== 'whole' || !isAnswered(asks ?? [], ticks)}
              onClick={() => void act('approve', comment, ticks)}
            >
              {move === 'issue' ? say(language, '签发', 'Issue') : say(language, '通过', 'Pass')}
            </button>
            <button
              type="button"
              className="ss-button"
              disabled={busy}
              onClick={() => void act('return', comment)}
            >
              {say(language, '退回', 'Return')}
            </button>
          </>
        )}
      </div>
    </form>
  )
}
