import type { AdminViewServerProps, TypedUser } from 'payload'
import { homeOf } from '../../factors/kept.ts'
import { standingOf } from '../../factors/passkeys.ts'
import { isAsked } from '../../factors/rule.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { OwnPage } from '../OwnPage.tsx'
import type { Factors } from './FactorList.tsx'
import { FactorPanel } from './FactorPanel.tsx'

type Standing = { readonly factors: Factors; readonly asked: boolean }

const sentence = ({ factors, asked }: Standing, language: DeskLanguage): string => {
  if (factors.has)
    return say(
      language,
      '登录时除了密码，还要用下面任意一样再验证一次。',
      'You sign in by your password and any one of these.',
    )
  return asked
    ? say(language, '本镇要求您设，请现在就设一样。', 'This town asks it of you; set one up now.')
    : say(
        language,
        '现在只凭密码登录：密码被人偷看，就能用您的名义办事。下面设好一样，光有密码就进不来了。',
        'Now the password alone signs you in, and whoever saw it acts in your name. With one of these beside it, it is not enough.',
      )
}

const standingFor = async ({ initPageResult }: AdminViewServerProps): Promise<Standing> => {
  const { req } = initPageResult
  const user = req.user as (TypedUser & { readonly roles?: readonly string[] | null }) | null
  if (!user) return { factors: { has: false, phone: false, passkeys: [], recovery: 0 }, asked: false }
  return { factors: await standingOf(req, String(user.id)), asked: await isAsked(req, user.roles ?? []) }
}

/** 第二道验证, one's own: passkeys and a phone, set up, changed, given up (PPL-11, PPL-14). */
export const SecondFactor = async (props: AdminViewServerProps) => {
  const standing = await standingFor(props)
  const home = homeOf(props.initPageResult.req.payload)
  return (
    <OwnPage {...props} path="second-factor">
      {(_, code) => {
        const language = deskLanguage(code)
        return (
          <div className="ss-view ss-account">
            <h1>
              {say(language, '第二道验证', 'Second factor')}{' '}
              <span className={`ss-tag ${standing.factors.has ? 'ss-tag--done' : ''}`}>
                {standing.factors.has ? say(language, '已设好', 'Set up') : say(language, '没有设', 'None')}
              </span>
            </h1>
            <p className="ss-secondary">{sentence(standing, language)}</p>
            <FactorPanel {...standing} home={home} language={language} />
          </div>
        )
      }}
    </OwnPage>
  )
}
