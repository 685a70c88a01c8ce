'use client'

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'
import { isAtHome, type PasskeyHome } from '../../../src/model/passkey.ts'
import type { Answer } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

export type AskedToAdd = PublicKeyCredentialCreationOptionsJSON
export type AskedToProve = PublicKeyCredentialRequestOptionsJSON

/** Why this page, in this browser, can have no passkey: null where it can. */
type Hindrance = 'address' | 'elsewhere' | 'browser' | null

const hindranceAt = (home: PasskeyHome | null): Hindrance => {
  if (home === null) return 'address'
  if (!isAtHome(home, location.origin)) return home.origin === null ? 'address' : 'elsewhere'
  return window.isSecureContext && 'PublicKeyCredential' in window ? null : 'browser'
}

const never = () => () => undefined

/** The server draws what most pages can have, so that nothing moves under a hand when the page comes alive (DESK-94). */
const likely = (home: PasskeyHome | null): Hindrance => (home === null ? 'address' : null)

/** `null` where passkeys can be had here. */
export const useHindrance = (home: PasskeyHome | null): Hindrance =>
  useSyncExternalStore<Hindrance>(
    never,
    () => hindranceAt(home),
    () => likely(home),
  )

/** One sentence: why, and what there is instead. */
export const hindranceWords = (
  why: Exclude<Hindrance, null>,
  home: PasskeyHome | null,
  language: DeskLanguage,
): string => {
  if (why === 'browser')
    return say(
      language,
      '这个浏览器不支持通行密钥，请用手机验证码。',
      'This browser has no passkeys; use the codes of a phone.',
    )
  if (why === 'elsewhere')
    return say(
      language,
      `通行密钥要从 ${home?.origin ?? ''} 打开本页才能用；在这里请用手机验证码。`,
      `Passkeys work when you open this page at ${home?.origin ?? ''}; here use the codes of a phone.`,
    )
  return say(
    language,
    '通行密钥要有域名和 https 的网址才能用，现在的网址没有，请用手机验证码。',
    'Passkeys need an address with a name and https, which this one is not; use the codes of a phone.',
  )
}

const faultWords = (name: string, language: DeskLanguage): string => {
  if (name === 'InvalidStateError')
    return say(
      language,
      '这台设备上已经有您的通行密钥，不用再添加',
      'This device holds a passkey of yours already',
    )
  if (name === 'NotAllowedError' || name === 'AbortError')
    return say(
      language,
      '没有验证成：可能取消了，或等得太久。请再试一次',
      'Not proven: it was cancelled or took too long. Try once more',
    )
  return say(
    language,
    '这台设备或这把密钥用不了通行密钥，请用手机验证码',
    'This device or key cannot do it; use the codes of a phone',
  )
}

const answered = async (work: () => Promise<object>, language: DeskLanguage): Promise<Answer<object>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return { ok: false, faults: [{ field: 'passkey', message: faultWords(name, language) }] }
  }
}

/** Fetched by whoever has, or makes, a passkey, and by nobody else. */
const library = () => import('@simplewebauthn/browser')

export const makePasskey = (asked: AskedToAdd, language: DeskLanguage): Promise<Answer<object>> =>
  answered(async () => (await library()).startRegistration({ optionsJSON: asked }), language)

export const signByPasskey = (asked: AskedToProve, language: DeskLanguage): Promise<Answer<object>> =>
  answered(async () => (await library()).startAuthentication({ optionsJSON: asked }), language)
