import type { Payload, TypedUser } from 'payload'
import { mayRows } from '../../access/roles.ts'
import { readGivenUp } from '../../notices/told.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

type Asking = { readonly payload: Payload; readonly user: TypedUser; readonly language: DeskLanguage }

/** Receivers that could not be reached for a day: a line for who can put that right (NTC-7). */
export const givenUpLine = async ({ payload, user, language }: Asking) => {
  if (!mayRows(user, 'deliveries', 'read')) return []
  const all = await readGivenUp(payload)
  const [first] = all
  if (!first) return []
  const names = all.slice(0, 3).map(({ receiverName }) => receiverName)
  const more = all.length > names.length ? say(language, ' 等', ', …') : ''
  return [
    {
      key: 'notices',
      words: say(
        language,
        `${all.length} 处外发通知没送到`,
        `${all.length} ${all.length === 1 ? 'receiver' : 'receivers'} of notices could not be reached`,
      ),
      more: `${names.join(say(language, '、', ', '))}${more}${say(language, '：', ': ')}${first.why?.[language] ?? ''}`,
      verb: say(language, '去看看', 'Have a look'),
      href: '/admin/collections/deliveries?state=failed',
    },
  ]
}
