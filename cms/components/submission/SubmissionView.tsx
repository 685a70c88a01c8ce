import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { mayAct, mayRows } from '../../access/roles.ts'
import { digestOfTexts } from '../../records/decision-seals.ts'
import { ports } from '../../base/ports.ts'
import { readSheetsOf } from '../../postings/recall.ts'
import { ReleaseReceipts } from '../receipts/ReleaseReceipts.tsx'
import { readReleaseLines } from '../receipts/read.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { About } from './About.tsx'
import { readAsks } from './asks.ts'
import { idOf, readSubmissions, readWaiting, type Asking, type ReviewCase } from '../../workflow/read.ts'
import { isRemindedOn, readReviewDays } from '../../workflow/waiting.ts'
import { Bar } from './Bar.tsx'
import { Changed } from './Changed.tsx'
import { Checked } from './Checked.tsx'
import { Comments } from './Comments.tsx'
import { Decide } from './Decide.tsx'
import { Facts } from './Facts.tsx'
import { HandOver } from './HandOver.tsx'
import { Head } from './Head.tsx'
import { readHeirs } from './heirs.ts'
import { STAY_MS } from './looked.ts'
import { lookingAt, type Looking } from './looking.ts'
import type { Look, Place } from './looks.ts'
import { MayReturn } from './May.tsx'
import { Own } from './Own.tsx'
import { Pack } from './Pack.tsx'
import { PlaysOn } from './PlaysOn.tsx'
import { readFrozen, type Frozen } from './read.ts'
import { ReviewingProvider } from './Reviewing.tsx'
import { Stage } from './Stage.tsx'
import type { Step } from './story.ts'
import { Strip } from './Strip.tsx'
import { willTakeOff } from './taken-off.ts'
import { Timeline } from './Timeline.tsx'
import { Took } from './Took.tsx'
import { trackOf } from './track.ts'
import { Withdraw } from './Withdraw.tsx'

const lookOf = (looks: readonly Look[], pin: Place): number | null => {
  const at = looks.findIndex(({ places }) => places.some((place) => isPlace(place, pin)))
  return at < 0 ? null : at + 1
}

const isPlace = (a: Place, b: Place): boolean => a.field === b.field && a.item === b.item

const stepsOf = ({ submission, approvals }: ReviewCase, looks: readonly Look[]): readonly Step[] => [
  { decision: 'submit', by: submission.submittedBy.name, at: submission.submittedAt, comment: '' },
  ...approvals.map(({ decision, by, at, comment, pins, to }) => ({
    decision,
    by: by.name,
    at,
    comment,
    ...(pins && { pins: pins.map((pin) => ({ look: lookOf(looks, pin), text: pin.text })) }),
    ...(to && { to: to.name }),
  })),
]

const nextOf = async (asking: Asking, told: ReviewCase) => {
  const others = (await readWaiting(asking)).filter(({ submission }) => submission.id !== told.submission.id)
  // The newest stands first, and who waits longest is next.
  const oldest = others.at(-1)
  return oldest ? { id: oldest.submission.id, left: others.length } : null
}

type ActProps = {
  readonly asking: Asking
  readonly told: ReviewCase
  readonly looking: Looking
  readonly digest: string
  readonly language: DeskLanguage
}

const ToWithdraw = async ({ asking, told, language }: ActProps) => {
  if (!told.release) return null
  const screens = (await readReleaseLines(asking, told.release)).map(({ name }) => name)
  const takesOff = willTakeOff(screens, await readSheetsOf(asking, told.submission.content), language)
  return <Withdraw release={told.release.id} takesOff={takesOff} language={language} />
}

const Act = (props: ActProps) => {
  const { told, looking, digest, language } = props
  const { move, reason } = looking
  const { id } = told.submission
  switch (move) {
    case 'approve':
    case 'issue':
      return <Decide isIssue={move === 'issue'} submission={id} digest={digest} language={language} />
    case 'withdraw':
      return <ToWithdraw {...props} />
    case 'own':
      return (
        <Own
          submission={id}
          mayRemind={!isRemindedOn(told, ports().now())}
          reason={reason}
          language={language}
        />
      )
    case 'wait':
      return <p className="ss-bar__say">{reason}</p>
    case 'closed':
      return null
  }
}

type BesideProps = {
  readonly asking: Asking
  readonly told: ReviewCase
  readonly frozen: Frozen
  readonly decides: boolean
  readonly language: DeskLanguage
}

/** Beside the looks: what changed, what is asked, what is said, how far it came. */
const Beside = async ({ asking, told, frozen, decides, language }: BesideProps) => (
  <aside>
    <Changed edition={frozen.lastEdition} gone={frozen.gone} language={language} />
    <Checked language={language} />
    {frozen.content && <About asking={asking} frozen={frozen.content} language={language} />}
    {decides && <Comments language={language} />}
    {told.state === 'released' && told.release && (
      <>
        <PlaysOn asking={asking} content={told.submission.content} language={language} />
        {mayRows(asking.user, 'receipts', 'read') && (
          <ReleaseReceipts asking={asking} release={told.release} language={language} />
        )}
        {mayAct(asking.user, 'release.pack') && <Pack release={told.release.id} language={language} />}
      </>
    )}
    {told.state === 'withdrawn' && mayRows(asking.user, 'receipts', 'read') && (
      <Took asking={asking} told={told} language={language} />
    )}
    <section>
      <h2>{say(language, '经过', 'What happened')}</h2>
      <Timeline steps={stepsOf(told, frozen.looks)} language={language} />
    </section>
    {decides && (
      <HandOver submission={told.submission.id} heirs={await readHeirs(asking, told)} language={language} />
    )}
    {frozen.content && <Facts frozen={frozen.content} language={language} />}
  </aside>
)

const crumbs = (isRelease: boolean, title: string, language: DeskLanguage) => [
  {
    label: isRelease ? say(language, '发布件', 'Releases') : say(language, '送审件', 'Submissions'),
    url: `/admin/collections/${isRelease ? 'releases' : 'submissions'}`,
  },
  { label: title },
]

/** A submission as the people look at it who answer for it: look by look, who said what, and what I can do. */
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
  const frozen = await readFrozen(payload, texts, told.submission)
  const digest = digestOfTexts(texts.frozen, texts.pages)
  const looking = lookingAt(told, asking.user, ports().now(), language)
  const decides = looking.move === 'approve' || looking.move === 'issue'
  const next = await nextOf(asking, told)
  return (
    <div className="ss-view ss-submission">
      <SetStepNav nav={crumbs(isRelease, told.submission.title, language)} />
      <Head
        told={told}
        content={frozen.content}
        edition={frozen.lastEdition + 1}
        reviewDays={await readReviewDays(payload)}
        steps={trackOf(told, decides, language)}
        language={language}
      />
      <ReviewingProvider
        looks={frozen.looks}
        grids={frozen.grids}
        person={String(user?.id ?? '')}
        submission={told.submission.id}
        digest={digest}
        asks={await readAsks(payload, frozen.content, told, language)}
        stayMs={STAY_MS}
      >
        <MayReturn may={decides}>
          <div className="ss-submission__grid">
            <div className="ss-submission__looks">
              <Strip language={language} />
              <Stage language={language} />
            </div>
            <Beside asking={asking} told={told} frozen={frozen} decides={decides} language={language} />
          </div>
          {(looking.move !== 'closed' || next) && (
            <Bar next={next} language={language}>
              <Act asking={asking} told={told} looking={looking} digest={digest} language={language} />
            </Bar>
          )}
        </MayReturn>
      </ReviewingProvider>
    </div>
  )
}
