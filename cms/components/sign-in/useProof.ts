'use client'

import { useEffect, useState } from 'react'
import { askDesk, type Answer } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'
import type { Credentials } from './Enrol.tsx'
import { signByPasskey, type AskedToProve } from './passkeys.ts'

/** What the server tells of the ways somebody may prove himself (cms/factors/passkeys.ts). */
export type Ways = {
  readonly phone: boolean
  readonly passkey: AskedToProve | null
  readonly at: string | null
}
type Way = 'passkey' | 'code'

/** As the doors take it. */
export type ProofBody = { readonly code: string } | { readonly passkey: object }

export type Proving = {
  /** Not known yet: the first answer is still to come. */
  readonly way: Way | null
  readonly phone: boolean
  /** Whether there is a passkey that counts on this page. */
  readonly passkey: boolean
  /** Where his passkeys count, when not here. */
  readonly elsewhere: string | null
  readonly code: string
  readonly setCode: (code: string) => void
  readonly choose: (way: Way) => void
  /** Asks the phone, the key or the finger; the body of whatever is proven by it. */
  readonly prove: () => Promise<Answer<ProofBody>>
}

const isHere = (asked: AskedToProve | null): asked is AskedToProve =>
  asked !== null && 'PublicKeyCredential' in window && asked.rpId === location.hostname

const firstOf = ({ passkey }: Ways): Way => (isHere(passkey) ? 'passkey' : 'code')

type Who = Partial<Credentials>

export const askWays = ({ username, password }: Who, language: DeskLanguage): Promise<Answer<Ways>> =>
  askDesk<Ways>('/users/factor/ways', { ...(password !== undefined && { username, password }) }, language)

/**
 * How somebody proves himself: by a passkey where he has one that counts here, else by a code. By a session `who` is null.
 * `known` is what was asked before.
 */
export const useProof = (
  who: Credentials | null,
  language: DeskLanguage,
  known: Ways | null = null,
): Proving => {
  const [ways, setWays] = useState(known)
  const [way, choose] = useState(known && firstOf(known))
  const [code, setCode] = useState('')
  const { username, password } = who ?? {}

  useEffect(() => {
    if (known) return
    let gone = false
    void askWays({ username, password }, language).then((answer) => {
      if (gone) return
      if (answer.ok) setWays(answer.value)
      choose(answer.ok ? firstOf(answer.value) : 'code')
    })
    return () => void (gone = true)
  }, [username, password, language, known])

  /** Asked anew at each press: what was asked with the page may be over. */
  const signed = async (): Promise<Answer<ProofBody>> => {
    const answer = await askWays({ username, password }, language)
    if (!answer.ok) return answer
    if (!isHere(answer.value.passkey)) {
      setWays(answer.value)
      choose('code')
      return { ok: false, faults: [] }
    }
    const made = await signByPasskey(answer.value.passkey, language)
    return made.ok ? { ok: true, value: { passkey: made.value } } : made
  }

  const passkey = ways !== null && isHere(ways.passkey)
  return {
    way,
    phone: ways?.phone ?? true,
    passkey,
    elsewhere: passkey ? null : (ways?.at ?? null),
    code,
    setCode,
    choose,
    prove: async () => (way === 'passkey' ? signed() : { ok: true, value: { code } }),
  }
}
