import { Button } from '@payloadcms/ui'
import type { Payload, TypedUser } from 'payload'
import { mayRows, unitOf } from '../../access/roles.ts'
import { readRecall } from '../../postings/recall.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import { Panel } from './Panel.tsx'
import { Recalls } from './Recalls.tsx'
import { readHanging, type HangingLine } from './village.ts'

type Props = { readonly payload: Payload; readonly user: TypedUser; readonly language: DeskLanguage }

const Hanging = ({ line, language }: { readonly line: HangingLine; readonly language: DeskLanguage }) => (
  <li>
    <a href={`/admin/collections/postings/${line.id}`}>{line.title}</a>
    <small>
      {line.place} · {dayAndTime(line.postedAt, language)}
    </small>
  </li>
)

/** 今天 of a village: print, what to take down, what hangs. */
export const VillageToday = async ({ payload, user, language }: Props) => {
  const items = await readRecall({ payload, user })
  const hanging = await readHanging({ payload, user })
  return (
    <div className="ss-today__grid">
      <section className="ss-panel ss-lines">
        <h2>{say(language, '印海报', 'Print posters')}</h2>
        <p>
          {unitOf(user) === null
            ? say(
                language,
                '您的账号还没有单位，请管理员给您填上，才能打印和张贴。',
                'Your account has no unit yet; the administrator must name it before you can print and post.',
              )
            : say(
                language,
                '选内容，选模板，选打印机，一分钟印好。',
                'Content, template, printer: a poster in a minute.',
              )}
        </p>
        {/* One black button a page: who writes as well has it above. */}
        <Button
          el="anchor"
          url="/print"
          size="large"
          margin={false}
          buttonStyle={mayRows(user, 'contents', 'create') ? 'secondary' : 'primary'}
        >
          {say(language, '去打印', 'Print now')}
        </Button>
      </section>
      <Recalls items={items} language={language} byPlace />
      <Panel
        title={say(language, '正在张贴', 'Hanging now')}
        empty={say(
          language,
          '还没有。印好贴上以后，用手机扫海报上的二维码，拍一张照片。',
          'Nothing yet. Hang a poster, scan its code with a phone, take a photo.',
        )}
      >
        {hanging.map((line) => (
          <Hanging key={line.id} line={line} language={language} />
        ))}
      </Panel>
    </div>
  )
}
