'use client'

import { useRef, useState, type FormEvent } from 'react'
import type { DeskLanguage } from '../../../components/language.ts'
import { ask, readJson, type Fault } from '../print/answer.ts'
import { dayField } from '../print/days.ts'
import { shrink } from './shrink.ts'
import { lastDay } from './until.ts'
import styles from './v.module.css'
import { codeWords, type CodeWords } from './words.ts'

type Place = { readonly id: string; readonly name: string }

type Props = {
  readonly code: string
  readonly places: readonly Place[]
  /** ISO instant, or null for no end. */
  readonly validUntil: string | null
  /** Milliseconds, by the server's clock. */
  readonly today: number
  readonly language: DeskLanguage
}

type Shot = { readonly file: File; readonly url: string }

/** The photo just taken, with an address that is given back with the next one. */
const useShot = () => {
  const [shot, setShot] = useState<Shot | null>(null)
  const take = (file: File | undefined) => {
    if (shot) URL.revokeObjectURL(shot.url)
    setShot(file ? { file, url: URL.createObjectURL(file) } : null)
  }
  return [shot, take] as const
}

const usePosting = (code: string, language: DeskLanguage) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [done, setDone] = useState(false)
  const send = async (photo: File, place: string, until: string) => {
    setBusy(true)
    setFaults([])
    const body = new FormData()
    body.set('photo', await shrink(photo))
    body.set('place', place)
    body.set('until', until)
    const path = `/api/print/codes/${encodeURIComponent(code)}/postings`
    const answer = await ask(path, { method: 'POST', body, language }, readJson<unknown>)
    setBusy(false)
    if (answer.ok) setDone(true)
    else setFaults(answer.faults)
  }
  return { busy, faults, done, send, tell: setFaults, again: () => setDone(false) }
}

type PostedProps = {
  readonly words: CodeWords
  readonly place: string
  readonly photo: string | undefined
  readonly again: () => void
}

const Posted = ({ words, place, photo, again }: PostedProps) => (
  <section className={styles['posted']} role="status">
    <h2>{words.posted}</h2>
    <p>{words.postedLead(place)}</p>
    {photo !== undefined && <img src={photo} alt={words.photo} />}
    <a className={styles['plain']} href="/print/hung">
      {words.list}
    </a>
    <button type="button" className={styles['plain']} onClick={again}>
      {words.anotherPlace}
    </button>
  </section>
)

/** 张贴: the photo by the phone's own camera, the place, until when. */
export const Post = ({ code, places, validUntil, today, language }: Props) => {
  const words = codeWords(language)
  const [shot, take] = useShot()
  const [place, setPlace] = useState(places.length === 1 ? (places[0]?.id ?? '') : '')
  const last = lastDay(today, validUntil)
  const posting = usePosting(code, language)
  const until = useRef<HTMLInputElement>(null)
  const fault = (message: string): void => posting.tell([{ code: '', field: undefined, message }])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!shot) fault(words.needPhoto)
    else if (place === '') fault(words.needPlace)
    else void posting.send(shot.file, place, until.current?.value || last.chosen)
  }

  if (posting.done) {
    const again = () => {
      take(undefined)
      setPlace('')
      posting.again()
    }
    const name = places.find(({ id }) => id === place)?.name ?? ''
    return <Posted words={words} place={name} photo={shot?.url} again={again} />
  }
  return (
    <form className={styles['post']} onSubmit={submit}>
      <h2>{words.post}</h2>
      <p className={styles['small']}>{places.length === 0 ? words.noPlaces : words.postLead}</p>
      <label className={shot ? styles['shotAgain'] : styles['shoot']}>
        {shot && <img src={shot.url} alt={words.photo} />}
        <span>{shot ? words.photoAgain : words.photo}</span>
        <input
          name="photo"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ target }) => target.files?.[0] && take(target.files[0])}
        />
      </label>
      <p className={styles['small']}>{words.photoLead}</p>
      <fieldset>
        <legend>{words.place}</legend>
        {places.map(({ id, name }) => (
          <label key={id}>
            <input
              type="radio"
              name="place"
              value={id}
              checked={place === id}
              onChange={() => setPlace(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <label className={styles['until']}>
        {words.until}
        <input
          ref={until}
          type="date"
          name="until"
          defaultValue={last.chosen}
          min={dayField(today)}
          max={last.latest}
        />
      </label>
      {posting.faults.map(({ message }) => (
        <p key={message} className={styles['fault']} role="alert">
          {message}
        </p>
      ))}
      <button type="submit" disabled={posting.busy || places.length === 0}>
        {posting.busy ? words.sending : words.send}
      </button>
    </form>
  )
}
