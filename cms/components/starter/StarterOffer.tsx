import type { Payload, TypedUser } from 'payload'
import { mayAct } from '../../access/roles.ts'
import { DRAFTS } from '../../starter/drafts.ts'
import { isOffered } from '../../starter/load.ts'
import { METHODS } from '../../starter/methods.ts'
import { SLOGANS } from '../../starter/slogans.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { LoadStarter } from './LoadStarter.tsx'

type Props = { readonly payload: Payload; readonly user: TypedUser; readonly language: DeskLanguage }

/** On 今天 of who may, while nothing was written in the town yet, or loading was broken off (SEED-10). */
export const StarterOffer = async ({ payload, user, language }: Props) => {
  if (!mayAct(user, 'starter.load') || !(await isOffered({ payload }))) return null
  const methods = Object.keys(METHODS).length
  return (
    <div className="ss-today__grid">
      <section className="ss-panel ss-lines">
        <h2>{say(language, '从现成的开始', 'Begin with what is there')}</h2>
        <p>
          {say(
            language,
            `这里还没有内容。可以先装入 ${methods} 件案例、${methods} 个套路、${SLOGANS.length} 条标语，连同图片和举报电话，都是草稿：改成本镇的话，送审、签发了才会上屏。`,
            `Nothing was written here yet. ${methods} cases, ${methods} techniques and ${SLOGANS.length} slogans can be loaded, with pictures and hotlines. They are drafts: make them your own; only what is reviewed and issued is shown.`,
          )}
        </p>
        <LoadStarter contents={DRAFTS.length} language={language} />
      </section>
    </div>
  )
}
