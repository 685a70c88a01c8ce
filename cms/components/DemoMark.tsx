import type { ServerProps } from 'payload'
import { deskLanguage, say } from '../web/language.ts'

/** A demo database is marked for ever, on every page of the desk. */
export const DemoMark = async ({ payload, i18n }: ServerProps) => {
  const town = await payload.findGlobal({ slug: 'town' })
  if (town.demo !== true) return null
  const language = deskLanguage(i18n.language)
  return (
    <p className="ss-demo-mark">
      <strong>{say(language, '演示', 'Demo')}</strong>
      {say(
        language,
        '这里的人和事都是编的，内容不用于真实发布。',
        'Everybody and everything here is made up.',
      )}{' '}
      <a href="/demo">{say(language, '看现场大屏', 'See the screens')}</a>
    </p>
  )
}
