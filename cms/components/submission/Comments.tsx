'use client'

import { say, type DeskLanguage } from '../../web/language.ts'
import { noted, ON_THE_WHOLE, textOn } from './notes.ts'
import { useReviewing } from './Reviewing.tsx'

/** Where the button of the bar puts the cursor when a return says nothing yet. */
export const WHOLE_COMMENT = 'ss-whole-comment'

/** What was written on which look, and a comment on the whole; all of it goes with 退回, the last with 通过. */
export const Comments = ({ language }: { readonly language: DeskLanguage }) => {
  const { notes, setNotes, go } = useReviewing()
  const pinned = notes.filter(({ look }) => look !== ON_THE_WHOLE)
  return (
    <section className="ss-panel ss-comments">
      {pinned.length > 0 && (
        <>
          <h2>{say(language, '写在各页的意见', 'Comments on pages')}</h2>
          <ol>
            {pinned.map(({ look, text }) => (
              <li key={look}>
                <button type="button" className="ss-link" onClick={() => go(look)}>
                  {say(language, `第 ${look + 1} 页`, `Page ${look + 1}`)}
                </button>
                {text}
              </li>
            ))}
          </ol>
        </>
      )}
      <label>
        {say(language, '总的意见（退回时要写明原因）', 'Comment on the whole (a return says why)')}
        <textarea
          id={WHOLE_COMMENT}
          rows={2}
          maxLength={500}
          value={textOn(notes, ON_THE_WHOLE)}
          onChange={({ target }) => setNotes(noted(notes, ON_THE_WHOLE, target.value))}
        />
      </label>
    </section>
  )
}
