import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { rightsOf } from '../../access/menu.ts'
import { records, settings, type Entry } from '../../base/menu.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'

type Props = { readonly title: string; readonly entries: readonly Entry[]; readonly language: DeskLanguage }

const Links = ({ title, entries, language }: Props) =>
  entries.length === 0 ? null : (
    <section className="ss-panel ss-manage">
      <h2>{title}</h2>
      <ul>
        {entries.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>{words[language]}</a>
          </li>
        ))}
      </ul>
    </section>
  )

/** 管: what is set once, and what the product wrote down. */
export const Manage = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult
  // A view of ours is shown to strangers too, unless it sends them away.
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Fmanage')
  const language = deskLanguage(req.i18n.language)
  const rights = rightsOf(req.user)
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
      <div className="ss-view">
        <h1>{say(language, '设置和记录', 'Settings and records')}</h1>
        <Links title={say(language, '设置', 'Settings')} entries={settings(rights)} language={language} />
        <Links title={say(language, '记录', 'Records')} entries={records(rights)} language={language} />
      </div>
    </DefaultTemplate>
  )
}
