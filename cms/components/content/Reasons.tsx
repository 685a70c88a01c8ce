'use client'

import type { Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { putReason, useReasons } from './faults.ts'

/** What each check asks, and what people mostly answer. */
const COMMON: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  CHECK_REAL_NAME: ['是化名', 'the name is made up'],
  CHECK_SCAN: ['是本镇自己的码', 'the code is the town’s own'],
}

type Props = { readonly row: string; readonly faults: readonly Fault[]; readonly language: DeskLanguage }

/** For each check that asks: why it may stand, in the words of who sends it in. Kept with the submission by name (CHK-14). */
export const Reasons = ({ row, faults, language }: Props) => {
  const reasons = useReasons(row)
  const codes = [...new Set(faults.flatMap(({ code, level }) => (level === 'ask' && code ? [code] : [])))]
  if (codes.length === 0) return null
  return (
    <div className="ss-reasons">
      <p>
        {say(
          language,
          '带“问”的：改掉，或者写明为什么可以，再点送审。您的名字和这句话会留在送审件上。',
          'Where it asks: change it, or say why it may stand and submit again. Your name and these words stay with the submission.',
        )}
      </p>
      {codes.map((code) => {
        const words = [...new Set(faults.filter((one) => one.code === code).map(({ got }) => got ?? ''))]
        const common = COMMON[code]
        return (
          <label key={code}>
            <span>
              <span className="ss-sign ss-sign--ask">{say(language, '问', 'Ask')}</span>
              {say(language, words.map((word) => `“${word}”`).join('、'), words.join(', '))}
            </span>
            <input
              type="text"
              maxLength={200}
              value={reasons[code] ?? ''}
              placeholder={say(language, '为什么可以', 'Why it may stand')}
              onChange={(event) => putReason(row, code, event.target.value)}
            />
            {common && (
              <button
                type="button"
                className="ss-button ss-remedy"
                onClick={() => putReason(row, code, say(language, ...common))}
              >
                {say(language, ...common)}
              </button>
            )}
          </label>
        )
      })}
    </div>
  )
}
