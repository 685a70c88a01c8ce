import type { PlayerState, Step } from './state.ts'

export const still = (state: PlayerState): Step => ({ state, effects: [] })

/** Runs steps one after the other on the state the one before left, and collects what they want done. */
export const chain = (state: PlayerState, ...steps: readonly ((state: PlayerState) => Step)[]): Step =>
  steps.reduce<Step>((done, step) => {
    const next = step(done.state)
    return { state: next.state, effects: done.effects.concat(next.effects) }
  }, still(state))
