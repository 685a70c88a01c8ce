import type { AdminViewServerProps } from 'payload'
import { rightsOf } from '../../access/menu.ts'
import { records, settings, type Entry } from '../../base/menu.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { OwnPage } from '../OwnPage.tsx'

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
export const Manage = (props: AdminViewServerProps) => (
  <OwnPage {...props} path="manage">
    {(user, language) => {
      const rights = rightsOf(user)
      return (
        <div className="ss-view">
          <h1>{say(language, '设置和记录', 'Settings and records')}</h1>
          <Links title={say(language, '设置', 'Settings')} entries={settings(rights)} language={language} />
          <Links title={say(language, '记录', 'Records')} entries={records(rights)} language={language} />
        </div>
      )
    }}
  </OwnPage>
)
