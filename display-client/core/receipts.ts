import type { Instant } from '../../src/model/ids.ts'
import type { ReceiptStage } from '../../src/model/receipt.ts'
import type { Arrival, PlayerEffect, PlayerState, Step } from './state.ts'

type Milestone = keyof PlayerState['told']

/** What each milestone says on the wire: of three stages that were passed one after the other is told in one breath. */
const STAGES: { readonly [M in Milestone]: readonly ReceiptStage[] } = {
  notified: ['notified'],
  ready: ['fetched', 'verified', 'ready'],
  showing: ['showing'],
}

/**
 * Tells a milestone once per sequence; a viewer never does (PLY-2). `arrival`: as it was measured; without one all was
 * here when it was asked for, and the stages are those of `now`.
 */
export const tell = (
  state: PlayerState,
  milestone: Milestone,
  sequence: number,
  now: Instant,
  arrival: Arrival = { fetchedAt: now, verifiedAt: now },
): Step => {
  if (state.identity.role === 'viewer' || !state.online || sequence <= state.told[milestone]) {
    return { state, effects: [] }
  }
  const measured: { readonly [stage in ReceiptStage]?: Instant } = {
    fetched: arrival.fetchedAt,
    verified: arrival.verifiedAt,
  }
  const effects = STAGES[milestone].map((stage): PlayerEffect => ({
    type: 'send',
    message: { type: 'receipt', sequence, stage, at: Math.floor(measured[stage] || now) },
  }))
  return { state: { ...state, told: { ...state.told, [milestone]: sequence } }, effects }
}
