import type { ServerProps } from 'payload'
import { takesSteps } from '../../src/review/policy.ts'
import { rightsOf } from '../access/menu.ts'
import { isLit, menuOf, type Entry } from '../base/menu.ts'
import { ports } from '../base/ports.ts'
import { Shield } from '../web/Shield.tsx'
import { KeepNavOpen } from './KeepNavOpen.tsx'
import { deskLanguage, say, type DeskLanguage } from '../web/language.ts'
import { readWaiting } from '../workflow/read.ts'

/** Below `/admin`; a page that is not there has no address, and lights no entry. */
const hereIn = (params: ServerProps['params']): string | null => {
  if (!params) return null
  const { segments } = params
  return Array.isArray(segments) ? segments.join('/') : ''
}

type LinkProps = { readonly entry: Entry; readonly here: string | null; readonly language: DeskLanguage }

const Link = ({ entry, here, language, count = 0 }: LinkProps & { readonly count?: number }) => {
  const lit = here !== null && isLit(entry, here)
  return (
    <a
      className={lit ? 'nav__link ss-here' : 'nav__link'}
      href={entry.href}
      aria-current={lit ? 'page' : undefined}
    >
      <span className="nav__link-label">
        {entry.words[language]}
        {count > 0 && <b className="ss-count">{count}</b>}
      </span>
    </a>
  )
}

/** The navigation: the mark, and what this person can do, in groups (DESK-43). Payload's own links are switched off. */
export const NavTop = async ({ i18n, params, payload, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const here = hereIn(params)
  const groups = menuOf(rightsOf(user), ports().kinds, takesSteps({ id: user.id, roles: user.roles ?? [] }))
  const waiting = (await readWaiting({ payload, user })).length
  return (
    <div className="ss-nav-top">
      <KeepNavOpen />
      <a className="ss-brand" href="/admin">
        <Shield size={28} />
        <strong>{say(language, '银盾', 'Silver Shield')}</strong>
      </a>
      {groups.map(({ words, entries }) => (
        <div key={entries[0]?.href} className="ss-nav-group">
          {words && <p>{words[language]}</p>}
          {entries.map((entry) => (
            <Link
              key={entry.href}
              entry={entry}
              here={here}
              language={language}
              count={entry.lit.includes('collections/submissions') && entry.lit.length === 1 ? waiting : 0}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
