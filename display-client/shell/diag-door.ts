import type { Clock } from '../core/clock.ts'
import type { PlayerState } from '../core/state.ts'
import type { View } from '../core/view.ts'

/** What the page for the person on the ladder tells. */
export type Facts = {
  readonly state: PlayerState
  readonly view: View
  readonly clock: Clock
  readonly durable: boolean
  readonly storageBytes: number | null
  readonly mono: number
}

export type DiagWindow = typeof window & { silverShieldDiag?: (host: HTMLElement, facts: Facts) => void }

/** Its words are a script of their own: panels that only play need not carry them. */
export const openDiag = (facts: () => Facts): void => {
  const host = document.createElement('div')
  const draw = (): void => {
    const { silverShieldDiag } = window as DiagWindow
    if (silverShieldDiag) silverShieldDiag(host, facts())
  }
  const script = document.createElement('script')
  script.src = '/display/diag.js'
  script.onload = draw
  document.body.appendChild(host)
  document.body.appendChild(script)
  window.setInterval(draw, 1_000)
}
