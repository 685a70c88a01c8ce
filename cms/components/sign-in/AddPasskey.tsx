'use client'

import { useState, useSyncExternalStore } from 'react'
import { deviceOf } from '../../../src/model/browser.ts'
import { PASSKEY_NAME_MOST } from '../../../src/model/passkey.ts'
import { askDesk, type Answer, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { deviceWords } from './device-words.ts'
import type { Credentials } from './Enrol.tsx'
import { Faults, Field } from './Field.tsx'
import { makePasskey, type AskedToAdd } from './passkeys.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Added = { readonly recovery: readonly string[] }

type Props = {
  readonly asked: AskedToAdd
  readonly who: Credentials
  readonly language: DeskLanguage
  readonly done: () => void
  readonly leave: () => void
}

/** Made by the device, brought to the server. */
const addPasskey = async (
  { asked, who, language }: Pick<Props, 'asked' | 'who' | 'language'>,
  name: string,
): Promise<Answer<Added>> => {
  const made = await makePasskey(asked, language)
  if (!made.ok) return made
  return askDesk<Added>('/users/factor/passkeys/add', { ...who, name, made: made.value }, language)
}

const never = () => () => undefined
/** `电脑 · 视窗系统`: what somebody would call it, until he says otherwise. */
const useDevice = (language: DeskLanguage): string =>
  useSyncExternalStore(
    never,
    () => deviceWords({ ...deviceOf(navigator.userAgent), browser: '' }, language),
    () => '',
  )

/** One more passkey of a person, by the name he gives it; then the recovery codes, where he had none. */
export const AddPasskey = (props: Props) => {
  const { language, done, leave } = props
  const device = useDevice(language)
  const [typed, setName] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [recovery, setRecovery] = useState<readonly string[]>([])
  const name = typed ?? device

  const add = async () => {
    setBusy(true)
    const answer = await addPasskey(props, name)
    setBusy(false)
    if (!answer.ok) return setFaults(answer.faults)
    if (answer.value.recovery.length === 0) return done()
    setRecovery(answer.value.recovery)
  }

  if (recovery.length > 0) return <RecoveryCodes codes={recovery} language={language} done={done} />
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h1>{say(language, '添加通行密钥', 'Add a passkey')}</h1>
      <p>
        {say(
          language,
          '点“添加”，浏览器会问您：按指纹、看镜头、输开机密码，或插上安全密钥，都行。指纹和面容只留在您的设备上，不会传出来。',
          'Press “Add it” and your browser asks for your finger, your face, the PIN of this device, or a security key. Finger and face stay on your device and are never sent.',
        )}
      </p>
      <Faults faults={faults} />
      <Field
        name="name"
        label={say(language, '给它起个名字', 'What you call it')}
        hint={say(language, '以后认得出是哪台设备、哪把密钥', 'To know later which device or key it is')}
        autoComplete="off"
        most={PASSKEY_NAME_MOST}
        value={name}
        set={setName}
      />
      <div className="ss-buttons">
        <button type="button" className="ss-button" onClick={leave}>
          {say(language, '先不办', 'Not now')}
        </button>
        <button type="submit" className="ss-button ss-button--primary" disabled={busy}>
          {say(language, '添加', 'Add it')}
        </button>
      </div>
    </form>
  )
}

/** Asks what a new passkey is made of; faults where it is refused. `who`: see `Credentials`. */
export const beginPasskey = (who: Credentials, proof: object, language: DeskLanguage) =>
  askDesk<AskedToAdd>('/users/factor/passkeys/begin', { ...who, ...proof }, language)
