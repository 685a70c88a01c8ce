import { say, type DeskLanguage } from '../../web/language.ts'
import { CodeField } from './CodeField.tsx'
import type { Proving } from './useProof.ts'

type Props = { readonly proving: Proving; readonly language: DeskLanguage }

const Elsewhere = ({ at, language }: { readonly at: string; readonly language: DeskLanguage }) => (
  <p className="ss-secondary">
    {say(
      language,
      `您的通行密钥在这个网址用不了，要从 ${at} 打开。`,
      `Your passkeys do not work at this address, but at ${at}.`,
    )}
  </p>
)

/** Between the faults and the button: a code to type, or what the device will ask, and the way to the other. */
export const ProofFields = ({ proving, language }: Props) => {
  const { way, phone, passkey, elsewhere, code, setCode, choose } = proving
  if (way === null) return null
  if (way === 'passkey')
    return (
      <button type="button" className="ss-other-way" onClick={() => choose('code')}>
        {phone
          ? say(language, '改用手机数字或恢复码', 'Use the digits of my phone or a recovery code')
          : say(language, '改用恢复码', 'Use a recovery code')}
      </button>
    )
  return (
    <>
      {elsewhere !== null && <Elsewhere at={elsewhere} language={language} />}
      <CodeField language={language} value={code} set={setCode} phone={phone} />
      {passkey && (
        <button type="button" className="ss-other-way" onClick={() => choose('passkey')}>
          {say(language, '改用通行密钥', 'Use my passkey')}
        </button>
      )}
    </>
  )
}
