import { formatCode, parseCode } from '../../../../../src/poster/check-code.ts'
import { isDemo, readerLanguage } from '../../print/villager.ts'
import { Ask } from '../Ask.tsx'
import { Frame } from '../Frame.tsx'
import { Post } from '../Post.tsx'
import { Hotlines, Sheet } from '../Sheet.tsx'
import { readTold } from '../told.ts'
import styles from '../v.module.css'
import { codeWords } from '../words.ts'

export const dynamic = 'force-dynamic'
export const metadata = { title: '海报核验 · 银盾 Silver Shield' }

type Props = { readonly params: Promise<{ readonly code: string }> }

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part).slice(0, 40)
  } catch {
    return ''
  }
}

/** PPG-6: what anybody who holds a sheet may know of it; for its own village also the door to record where it hangs. */
const Page = async ({ params }: Props) => {
  const language = await readerLanguage()
  const words = codeWords(language)
  const demo = await isDemo()
  const typed = decoded((await params).code)
  const code = parseCode(typed)
  const found = code === null ? ({ at: 'unknown' } as const) : await readTold(formatCode(code), language)
  if (found.at !== 'known') {
    return (
      <Frame language={language} demo={demo}>
        <p className={styles['absent']} role="alert">
          <strong>{found.at === 'unknown' ? words.unknown : found.message}</strong>
          {found.at === 'unknown' && <span>{words.unknownLead}</span>}
        </p>
        <Ask language={language} typed={typed} fault={null} />
      </Frame>
    )
  }
  const { told, now } = found
  return (
    <Frame language={language} demo={demo}>
      <Sheet told={told} language={language} />
      {told.mayPost && (
        <Post
          code={told.code}
          places={told.places ?? []}
          validUntil={told.validUntil ?? null}
          today={now}
          language={language}
        />
      )}
      <Hotlines told={told} />
      {!told.mayPost && told.state === 'valid' && (
        <a
          className={styles['quiet']}
          href={`/admin/login?redirect=${encodeURIComponent(`/v/${told.code}`)}`}
        >
          {words.staff}
        </a>
      )}
      <p className={styles['foot']}>
        {words.untracked} <a href="/v">{words.other}</a>
      </p>
    </Frame>
  )
}

export default Page
