import type { ServerProps } from 'payload'
import { deskLanguage, say } from '../../web/language.ts'
import { idOf } from '../../workflow/read.ts'

type Props = ServerProps & {
  readonly data?: Record<string, unknown>
  readonly path?: string
}

type Photo = { readonly url?: string | null }

const LABELS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  photo: ['张贴照片', 'Photo'],
  takenDownPhoto: ['撕下照片', 'Photo after taking down'],
}

/** The photo of a posting large enough to see what hangs, in place of Payload's thumbnail; a click shows it whole. */
export const PhotoField = async ({ data, path = '', i18n, payload, user }: Props) => {
  const language = deskLanguage(i18n.language)
  const [zh, en] = LABELS[path] ?? ['照片', 'Photo']
  const id = idOf(data?.[path] as string | null)
  if (!user || !id) return null
  const photo = (await payload.findByID({
    collection: 'posting-photos',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user,
  })) as Photo | null
  if (!photo?.url) return null
  return (
    <div className="field-type">
      <p className="field-label">{say(language, zh, en)}</p>
      <a href={photo.url} target="_blank" rel="noreferrer">
        <img
          src={photo.url}
          alt={say(language, zh, en)}
          loading="lazy"
          style={{ maxWidth: 'min(100%, 480px)', maxHeight: 360 }}
        />
      </a>
    </div>
  )
}
