import type { TypedUser } from 'payload'
import { refusal, type Refusal } from '../../../src/errors/refusal.ts'
import { turnWord } from '../../../src/lexicon/people.ts'
import type { Instant } from '../../../src/model/ids.ts'
import { decidesNothing, mayWithdraw, nextStep } from '../../../src/review/policy.ts'
import { isOpen } from '../../../src/review/submission-state.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { historyOf, stepFor, writersMoves, type ReviewCase } from '../../workflow/read.ts'
import type { Move } from './story.ts'

/** What the person looking may do, or in a sentence why it is nothing. */
export type Looking = { readonly move: Move; readonly reason: string }

const turnOf = (told: ReviewCase) => turnWord(nextStep(historyOf(told))?.role)

/** Whose turn it is. */
const turnWords = (told: ReviewCase, language: DeskLanguage): string =>
  told.state === 'in-review'
    ? say(
        language,
        `等${turnOf(told).zh}处理，您这里不用做什么。`,
        `It waits for ${turnOf(told).en}; nothing for you to do.`,
      )
    : say(language, '审核已过，等签发人签发。', 'Reviewed; it waits for an issuer.')

const ownReason = (told: ReviewCase, remind: string | Refusal, language: DeskLanguage): string => {
  if (typeof remind !== 'string') return say(language, remind.message_zh, remind.message_en)
  return told.state === 'in-review'
    ? say(
        language,
        `等${turnOf(told).zh}处理。可以撤回，一天可以催办一次。`,
        `It waits for ${turnOf(told).en}. You may take it back, and remind once a day.`,
      )
    : say(
        language,
        '审核已过，等签发人签发。可以撤回，一天可以催办一次。',
        'It waits for an issuer. You may take it back, and remind once a day.',
      )
}

/** A button that would be refused is not shown; the reason stands in its place. */
export const lookingAt = (
  told: ReviewCase,
  user: TypedUser | null,
  now: Instant,
  language: DeskLanguage,
): Looking => {
  const roles = user?.roles ?? []
  if (decidesNothing({ roles }) && (isOpen(told.state) || told.state === 'released')) {
    const { message_zh, message_en } = refusal('ADMINISTRATOR_DECIDES_NOTHING')
    return { move: 'wait', reason: say(language, message_zh, message_en) }
  }
  if (user && told.state === 'released' && mayWithdraw({ id: user.id, roles }, told.submission))
    return { move: 'withdraw', reason: '' }
  if (!user || !isOpen(told.state)) return { move: 'closed', reason: '' }
  const step = stepFor(told, user)
  if (typeof step === 'string') return { move: step, reason: '' }
  const { retract, remind } = writersMoves(told, user, now)
  if (typeof retract === 'string') return { move: 'own', reason: ownReason(told, remind, language) }
  if (step.code === 'SAME_PERSON')
    return { move: 'wait', reason: say(language, step.message_zh, step.message_en) }
  return { move: 'wait', reason: turnWords(told, language) }
}
