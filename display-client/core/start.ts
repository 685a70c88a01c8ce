import type { Identity, PlayerState } from './state.ts'

/** A player that knows nothing yet. */
export const freshPlayer = (identity: Identity): PlayerState => ({
  identity,
  online: false,
  screen: null,
  town: null,
  pairing: null,
  codeUntil: 0,
  timed: false,
  active: null,
  pending: null,
  withdrawn: [],
  wanted: null,
  told: { notified: 0, ready: 0, showing: 0 },
  checkedAt: 0,
  trouble: null,
})
