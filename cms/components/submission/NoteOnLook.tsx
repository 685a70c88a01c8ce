'use client'

import { useState } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'
import { noted, textOn } from './notes.ts'
import { useMayReturn } from './May.tsx'
import { useReviewing } from './Reviewing.tsx'

/** 在这一页写意见: a comment pinned to the open look, kept until the submission is returned. */
export const NoteOnLook = ({ language }: { readonly language: DeskLanguage }) => {
  const { at, notes, setNotes } = useReviewing()
  const text = textOn(notes, at)
  const [isOpen, open] = useState(false)
  if (!useMayReturn()) return null
  if (!isOpen && text === '')
    return (
      <button type="button" className="ss-link ss-note-open" onClick={() => open(true)}>
        {say(language, '在这一页写意见', 'Comment on this page')}
      </button>
    )
  return (
    <label className="ss-note">
      {say(language, `对第 ${at + 1} 页的意见`, `Comment on page ${at + 1}`)}
      <textarea
        rows={2}
        maxLength={500}
        value={text}
        autoFocus={isOpen}
        onChange={({ target }) => setNotes(noted(notes, at, target.value))}
      />
    </label>
  )
}
