import type { ServerProps } from 'payload'
import { mayRows } from '../access/roles.ts'
import { Shield } from '../web/Shield.tsx'
import { KeepNavOpen } from './KeepNavOpen.tsx'
import { deskLanguage, say } from '../web/language.ts'
import { readWaiting } from '../workflow/read.ts'

/** What waits for me stands first in the list of submissions too. */
export const WAITING_HREF = '/admin/collections/submissions'

const segmentsOf = (params: ServerProps['params']): readonly string[] => {
  const segments = params?.['segments']
  return Array.isArray(segments) ? segments : []
}

/** Head of the navigation: the mark, 今天, how much waits for me, and the way to print. */
export const NavTop = async ({ i18n, params, payload, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const waiting = (await readWaiting({ payload, user })).length
  const here = segmentsOf(params).join('/')
  const classOf = (path: string) => (here === path ? 'nav__link ss-here' : 'nav__link')
  return (
    <div className="ss-nav-top">
      <KeepNavOpen />
      <a className="ss-brand" href="/admin">
        <Shield size={28} />
        <strong>{say(language, '银盾', 'Silver Shield')}</strong>
      </a>
      <a className={classOf('')} href="/admin">
        <span className="nav__link-label">{say(language, '今天', 'Today')}</span>
      </a>
      {mayRows(user, 'submissions', 'read') && (
        <a className={classOf('collections/submissions')} href={WAITING_HREF}>
          <span className="nav__link-label">
            {say(language, '等我审', 'For my review')}
            {waiting > 0 && <b className="ss-count">{waiting}</b>}
          </span>
        </a>
      )}
      <a className="nav__link" href="/print">
        <span className="nav__link-label">{say(language, '印海报', 'Print posters')}</span>
      </a>
    </div>
  )
}
