import type { ReactNode } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'

type Props = {
  /** The next submission that waits for this person, and how many do beside this one. */
  readonly next: { readonly id: string; readonly left: number } | null
  readonly language: DeskLanguage
  readonly children: ReactNode
}

/** Along the foot of the window: what was seen, what is missing, the buttons, and the way to the next one. */
export const Bar = ({ next, language, children }: Props) => (
  <section className="ss-bar ss-decide" aria-label={say(language, '决定', 'Decide')}>
    {children}
    {next && (
      <p className="ss-bar__next">
        <a href={`/admin/collections/submissions/${next.id}`}>{say(language, '下一件', 'Next one')}</a>{' '}
        {say(language, `还有 ${next.left} 件`, `${next.left} left`)}
      </p>
    )}
  </section>
)
