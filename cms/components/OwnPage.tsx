import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import { deskLanguage, type DeskLanguage } from '../web/language.ts'

type Props = AdminViewServerProps & {
  /** Below `/admin`; who is not signed in comes back to it. */
  readonly path: string
  readonly children: (user: TypedUser, language: DeskLanguage) => ReactNode
}

/** A page of ours beside the menu. Payload shows it to strangers too, unless it sends them away. */
export const OwnPage = ({ initPageResult, params, searchParams, path, children }: Props) => {
  const { req, permissions, visibleEntities, locale } = initPageResult
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/${path}`)}`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      req={req}
      user={req.user}
      visibleEntities={visibleEntities}
      {...(locale && { locale })}
      {...(params && { params })}
      {...(searchParams && { searchParams })}
    >
      {children(req.user, deskLanguage(req.i18n.language))}
    </DefaultTemplate>
  )
}
