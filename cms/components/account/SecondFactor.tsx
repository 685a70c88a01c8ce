import type { AdminViewServerProps, TypedUser } from 'payload'
import { hasFactor } from '../../factors/rows.ts'
import { isAsked } from '../../factors/rule.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { OwnPage } from '../OwnPage.tsx'
import { FactorPanel } from './FactorPanel.tsx'

type Standing = { readonly has: boolean; readonly asked: boolean }

const sentence = ({ has, asked }: Standing, language: DeskLanguage): string => {
  if (has)
    return say(
      language,
      '登录时除了密码，还要填手机上的 6 位数字。',
      'You sign in by your password and six digits of your phone.',
    )
  return asked
    ? say(language, '本镇要求您设，请现在就设。', 'This town asks it of you; set it up now.')
    : say(
        language,
        '现在只凭密码登录：密码被人偷看，就能用您的名义办事。设好以后，光有密码就进不来了。',
        'Now the password alone signs you in, and whoever saw it acts in your name. With your phone beside it, it is not enough.',
      )
}

const standingOf = async ({ initPageResult }: AdminViewServerProps): Promise<Standing> => {
  const { req } = initPageResult
  const user = req.user as (TypedUser & { readonly roles?: readonly string[] | null }) | null
  if (!user) return { has: false, asked: false }
  return { has: await hasFactor(req, String(user.id)), asked: await isAsked(req, user.roles ?? []) }
}

/** 第二道验证, one's own: set up, moved to another phone, given up (PPL-11). */
export const SecondFactor = async (props: AdminViewServerProps) => {
  const standing = await standingOf(props)
  return (
    <OwnPage {...props} path="second-factor">
      {(_, code) => {
        const language = deskLanguage(code)
        return (
          <div className="ss-view ss-account">
            <h1>
              {say(language, '第二道验证', 'Second factor')}{' '}
              <span className={`ss-tag ${standing.has ? 'ss-tag--done' : ''}`}>
                {standing.has ? say(language, '已设好', 'Set up') : say(language, '没有设', 'None')}
              </span>
            </h1>
            <p className="ss-secondary">{sentence(standing, language)}</p>
            <FactorPanel {...standing} language={language} />
          </div>
        )
      }}
    </OwnPage>
  )
}
