import { headers } from 'next/headers.js'
import { redirect } from 'next/navigation.js'
import { getSafeRedirect } from 'payload/shared'
import type { Payload, ServerProps } from 'payload'
import { passkeyHome } from '../../../src/model/passkey.ts'
import { DemoMark } from '../DemoMark.tsx'
import { Logo } from '../Logo.tsx'
import { deskLanguage, type DeskLanguage } from '../../web/language.ts'
import { SignIn } from './SignIn.tsx'

type Props = { readonly payload: Payload; readonly language: string | undefined; readonly wanted: unknown }

const nextOf = (wanted: unknown): string =>
  getSafeRedirect({ fallbackTo: '/admin', redirectTo: typeof wanted === 'string' ? wanted : '/admin' })

/** In place of Payload's: it holds every step of a sign-in, so that none is an address of its own. */
export const SignInPage = async ({ payload, language: code, wanted }: Props) => {
  const next = nextOf(wanted)
  const { user } = await payload.auth({ headers: await headers() })
  if (user) redirect(next)
  const language: DeskLanguage = deskLanguage(code)
  return (
    <main className="ss-sign-in">
      <Logo />
      <DemoMark {...({ payload, i18n: { language } } as ServerProps)} />
      <SignIn language={language} next={next} home={passkeyHome(payload.config.custom?.['publicUrl'])} />
    </main>
  )
}
