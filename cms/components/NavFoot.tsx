import type { ServerProps } from 'payload'
import { ROLE_WORDS } from '../../src/lexicon/people.ts'
import { deskLanguage, say } from '../web/language.ts'

/** At the foot of the navigation: who is signed in, and as what. */
export const NavFoot = ({ i18n, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const roles = (user.roles ?? []).map((role) => ROLE_WORDS[role][language])
  return (
    <div className="ss-nav-foot">
      <a href="/admin/account">
        <strong>{user.name}</strong>
        <small>{roles.join(say(language, '、', ', '))}</small>
      </a>
      <a href="/admin/sessions">{say(language, '登录过的设备', 'Signed-in devices')}</a>
      <a href="/admin/second-factor">{say(language, '第二道验证', 'Second factor')}</a>
    </div>
  )
}
