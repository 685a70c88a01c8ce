import { isRefusal } from '../../src/errors/is-refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { obey, verifyHead } from './heads.ts'
import type { Active, Kept, PlayerState, Step, Tools } from './state.ts'
import { chain } from './step.ts'

/**
 * What the store kept is believed only as far as the pinned key signed it: whoever has the box can write to its disk
 * (I1, I8).
 */
const activeOf = (state: PlayerState, kept: Kept, now: Instant, tools: Tools): Active | null => {
  if (!kept.active) return null
  const verified = verifyHead(state, kept.active.signed, now, tools)
  if (isRefusal(verified)) return null
  const programme = parseProgramme(kept.active.programme)
  return isRefusal(programme) ? null : { ...verified, programme }
}

/** Takes up where the last run ended: the programme plays again before anybody answers. */
export const restore = (fresh: PlayerState, kept: Kept, now: Instant, tools: Tools): Step => {
  const state = { ...fresh, town: kept.town, screen: kept.screen, withdrawn: kept.withdrawn }
  const active = activeOf(state, kept, now, tools)
  const { pending } = kept
  return chain({ ...state, active }, (s) =>
    pending ? obey(s, pending, now, tools) : { state: s, effects: [] },
  )
}
