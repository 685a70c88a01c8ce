import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { refusal } from '../../../src/errors/refusal.ts'
import { ports } from '../../base/ports.ts'
import { digestOfTexts } from '../../records/decision-seals.ts'
import { decidesNothing, mayWithdraw } from '../../../src/review/policy.ts'
import { isOpen } from '../../../src/review/submission-state.ts'
import { ReleaseReceipts } from '../receipts/ReleaseReceipts.tsx'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { readAsks } from './asks.ts'
import { Decide } from './Decide.tsx'
import { Facts } from './Facts.tsx'
import { Pages } from './Pages.tsx'
import { readFrozen } from './read.ts'
import { SeenProvider } from './Seen.tsx'
import { idOf, readSubmissions, stepFor, type ReviewCase } from '../../workflow/read.ts'
import { stateTone, stateWords, type Move, type Step } from './story.ts'
import { Timeline } from './Timeline.tsx'

const stepsOf = ({ submission, approvals }: ReviewCase): readonly Step[] => [
  { decision: 'submit', by: submission.submittedBy.name, at: submission.submittedAt, comment: '' },
  ...approvals.map((row) => ({
    decision: row.decision,
    by: row.by.name,
    at: row.at,
    comment: row.comment,
  })),
]

type Looking = { readonly move: Move; readonly reason: string }

/** The buttons this person gets, or in a sentence why he gets none. */
const lookingAt = (
  told: ReviewCase,
  user: DocumentViewServerProps['user'],
  language: DeskLanguage,
): Looking => {
  const roles = user?.roles ?? []
  // A button that would be refused is not shown; the reason stands in its place.
  if (decidesNothing({ roles }) && (isOpen(told.state) || told.state === 'released')) {
    const { message_zh, message_en } = refusal('ADMINISTRATOR_DECIDES_NOTHING')
    return { move: 'wait', reason: say(language, message_zh, message_en) }
  }
  if (user && told.state === 'released' && mayWithdraw({ id: user.id, roles }, told.submission))
    return { move: 'withdraw', reason: '' }
  if (!user || !isOpen(told.state)) return { move: 'closed', reason: '' }
  const step = stepFor(told, user)
  if (typeof step === 'string') return { move: step, reason: '' }
  if (step.code === 'SAME_PERSON')
    return { move: 'wait', reason: say(language, step.message_zh, step.message_en) }
  const reason =
    told.state === 'in-review'
      ? say(language, '等审核人处理，您这里不用做什么。', 'It waits for a reviewer; nothing for you to do.')
      : say(language, '审核已过，等签发人签发。', 'Reviewed; it waits for an issuer.')
  return { move: 'wait', reason }
}

const kindWords = (kind: string, language: DeskLanguage): string =>
  ports().kinds.named(kind)?.names[language] ?? say(language, '内容', 'Content')

/** A submission as the people read it who answer for it: the frozen pages, who said what, and what I can do. */
export const SubmissionView = async (props: DocumentViewServerProps) => {
  const { doc, payload, user, i18n } = props
  const language = deskLanguage(i18n.language)
  const asking = { payload, user: user ?? null }
  const isRelease = props.routeSegments[1] === 'releases'
  const id = isRelease ? idOf(doc['submission'] as string) : String(doc.id)
  const [told] = await readSubmissions(asking, { id: { equals: id } })
  const row = await payload.findByID({ collection: 'submissions', id, depth: 0, overrideAccess: false, user })
  if (!told) return null
  const texts = { frozen: row.frozen ?? '', pages: row.pages ?? '{}' }
  const frozen = await readFrozen(asking, texts)
  const asks = await readAsks(payload, frozen.content, told, language)
  const total = frozen.grids.reduce((sum, { pages }) => sum + pages.length, 0)
  return (
    <div className="ss-view ss-submission">
      <SetStepNav
        nav={[
          {
            label: isRelease ? say(language, '发布件', 'Releases') : say(language, '送审件', 'Submissions'),
            url: `/admin/collections/${isRelease ? 'releases' : 'submissions'}`,
          },
          { label: told.submission.title },
        ]}
      />
      <header>
        <p className="ss-secondary">{kindWords(told.submission.kind, language)}</p>
        <h1>{told.submission.title}</h1>
        <span className={`ss-tag ss-tag--${stateTone(told.state)}`}>{stateWords(told.state, language)}</span>
      </header>
      <div className="ss-submission__grid">
        <SeenProvider total={total}>
          <Pages grids={frozen.grids} language={language} />
          <aside>
            <Decide
              {...lookingAt(told, user, language)}
              submission={told.submission.id}
              digest={digestOfTexts(texts.frozen, texts.pages)}
              release={told.release?.id ?? null}
              asks={asks}
              language={language}
            />
            {told.state === 'released' && told.release && (
              <ReleaseReceipts asking={asking} release={told.release} language={language} />
            )}
            <h2>{say(language, '经过', 'What happened')}</h2>
            <Timeline steps={stepsOf(told)} language={language} />
            {frozen.content && <Facts frozen={frozen.content} language={language} />}
          </aside>
        </SeenProvider>
      </div>
    </div>
  )
}
