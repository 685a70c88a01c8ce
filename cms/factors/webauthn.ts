/** What browsers and authenticators say, and whether it holds: by @simplewebauthn/server, loaded when it is first needed. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { CHALLENGE_MINUTES, isAtHome, type PasskeyHome } from '../../src/model/passkey.ts'
import type { Passkey } from './kept.ts'

export type AskedToAdd = PublicKeyCredentialCreationOptionsJSON
export type AskedToProve = PublicKeyCredentialRequestOptionsJSON

const library = () => import('@simplewebauthn/server')

/** EdDSA, ES256, RS256 (COSE): what authenticators make, and every Node of ours verifies. */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT = CHALLENGE_MINUTES * 60_000
const WAYS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
/** Longer than any that is made; the seal of a person stays small. */
const ID_MOST = 1_400
const KEY_MOST = 1_400

type Called = { readonly id: string; readonly transports: readonly string[] }
const listed = (passkeys: readonly Called[]) =>
  passkeys.map(({ id, transports }) => ({ id, transports: [...transports] }))

type ToAdd = {
  readonly home: PasskeyHome
  readonly challenge: Buffer
  readonly handle: Buffer
  readonly signIn: string
  readonly name: string
  readonly passkeys: readonly Passkey[]
}

export const askToAdd = async ({ home, challenge, handle, signIn, name, passkeys }: ToAdd) =>
  (await library()).generateRegistrationOptions({
    rpName: '银盾',
    rpID: home.name,
    challenge: new Uint8Array(challenge),
    userID: new Uint8Array(handle),
    userName: signIn,
    userDisplayName: name,
    timeout: TIMEOUT,
    attestationType: 'none',
    excludeCredentials: listed(passkeys),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })

export const askToProve = async (home: PasskeyHome, challenge: Buffer, passkeys: readonly Passkey[]) =>
  (await library()).generateAuthenticationOptions({
    rpID: home.name,
    challenge: new Uint8Array(challenge),
    allowCredentials: listed(passkeys),
    timeout: TIMEOUT,
    userVerification: 'required',
  })

type Said = { readonly challenge: string; readonly origin: string }

/** What the browser signed for; null where it is no such thing, or was asked within a page of somebody else's. */
export const saidIn = (answer: unknown): Said | null => {
  try {
    const { clientDataJSON } = (answer as AuthenticationResponseJSON).response
    const { challenge, origin, crossOrigin } = JSON.parse(
      Buffer.from(clientDataJSON, 'base64url').toString('utf8'),
    ) as Record<string, unknown>
    const isWhole = typeof challenge === 'string' && typeof origin === 'string' && crossOrigin !== true
    return isWhole ? { challenge, origin } : null
  } catch {
    return null
  }
}

/** The library throws whatever does not hold, and chokes on what is no answer: either is none. */
const orNull = async <Value>(work: () => Promise<Value | null>): Promise<Value | null> => {
  try {
    return await work()
  } catch {
    return null
  }
}

export type Made = Pick<Passkey, 'id' | 'key' | 'counter' | 'transports'>

/** The passkey that was made, or null. The challenge is the caller's to judge. */
export const readMade = (home: PasskeyHome, said: Said, answer: unknown): Promise<Made | null> =>
  orNull(async () => {
    if (!isAtHome(home, said.origin)) return null
    const { verifyRegistrationResponse } = await library()
    const response = answer as RegistrationResponseJSON
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: said.challenge,
      expectedOrigin: said.origin,
      expectedRPID: home.name,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    const key = Buffer.from(publicKey).toString('base64url')
    if (id.length > ID_MOST || key.length > KEY_MOST) return null
    const ways: readonly unknown[] = response.response.transports ?? []
    return { id, key, counter, transports: ways.filter((way): way is string => WAYS.has(String(way))) }
  })

/** The count of the passkey where its signature holds, else null; whether it went on is the caller's to judge. */
export const readProven = (
  home: PasskeyHome,
  said: Said,
  answer: unknown,
  passkey: Passkey,
): Promise<number | null> =>
  orNull(async () => {
    if (!isAtHome(home, said.origin)) return null
    const { verifyAuthenticationResponse } = await library()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: said.challenge,
      expectedOrigin: said.origin,
      expectedRPID: home.name,
      requireUserVerification: true,
      // With 0 the library passes every count on.
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.key, 'base64url')),
        counter: 0,
      },
    })
    return verified ? authenticationInfo.newCounter : null
  })
