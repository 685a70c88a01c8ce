import { refuse } from '../../errors/refusal.ts'
import type { Instant, ScreenId } from '../../model/ids.ts'
import type { Head, TimelineAnswer } from '../../model/programme.ts'
import type { Town } from '../../model/town.ts'
import { timelineAnswer } from '../../publish/timeline.ts'
import { explain } from '../../schedule/index.ts'
import { TOWN_ZONE } from '../../time/index.ts'
import type { HeadRows } from './head-rows.ts'
import type { Programmes } from './programmes.ts'

export type Question = {
  readonly id: ScreenId
  readonly at: Instant
  readonly now: Instant
  readonly known: boolean
  /** The head of the screen's group, now. */
  readonly head: Head | null
  readonly town: Town
}

type Evidence = { readonly heads: HeadRows; readonly programmes: Programmes }

/** The past is answered from the head that was active then, or not at all; never from today's schedules. */
export const answerTimeline = async (
  { heads, programmes }: Evidence,
  { id, at, now, known, head, town }: Question,
): Promise<TimelineAnswer> => {
  if (!known) refuse('SCREEN_UNKNOWN')
  const past = at < now
  const active = past ? await heads.activeAt(id, at) : head
  if (!active) return refuse(past ? 'TIMELINE_NO_EVIDENCE' : 'NO_PROGRAMME')
  const programme = (await programmes.get(active.programme)) ?? refuse('TIMELINE_NO_EVIDENCE')
  const also = past ? [] : explain(town, id, at, TOWN_ZONE)
  return timelineAnswer(id, active, { sha256: active.programme, programme }, at, also)
}
