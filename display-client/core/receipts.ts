import type { Instant } from '../../src/model/ids.ts'
import type { ReceiptStage } from '../../src/model/receipt.ts'
import type { PlayerEffect, PlayerState, Step } from './state.ts'

type Milestone = keyof PlayerState['told']

/** What each milestone says on the wire: with all bytes here, hashed and usable, three stages are passed at once. */
const STAGES: { readonly [M in Milestone]: readonly ReceiptStage[] } = {
  notified: ['notified'],
  ready: ['fetched', 'verified', 'ready'],
  showing: ['showing'],
}

/** Tells a milestone once per sequence; a viewer never does (PLY-2). */
export const tell = (state: PlayerState, milestone: Milestone, sequence: number, at: Instant): Step => {
  if (state.identity.role === 'viewer' || !state.online || sequence <= state.told[milestone]) {
    return { state, effects: [] }
  }
  const effects = STAGES[milestone].map((stage): PlayerEffect => ({
    type: 'send',
    message: { type: 'receipt', sequence, stage, at: Math.floor(at) },
  }))
  return { state: { ...state, told: { ...state.told, [milestone]: sequence } }, effects }
}
