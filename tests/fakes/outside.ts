/** The way out of the house, where nothing leaves it: what was sent is remembered, and fails as it is told to. */
import type { Outside, WebhookTo } from '../../cms/base/ports.ts'
import { faultOfAddress } from '../../src/adapters/outside/target.ts'
import type { Refusal } from '../../src/errors/refusal.ts'

export type Sent =
  | { readonly to: WebhookTo; readonly id: string; readonly body: string }
  | {
      readonly mail: string
      readonly name: string
      readonly id: string
      readonly subject: string
      readonly text: string
    }

export type FakeOutside = Outside & {
  readonly sent: Sent[]
  /** Answers every try from here on; by the address it goes to. */
  readonly failing: Map<string, Refusal>
  /** Tries to that address wait until this is called. */
  readonly hold: (address: string) => () => void
}

export const fakeOutside = (): FakeOutside => {
  const sent: Sent[] = []
  const failing = new Map<string, Refusal>()
  const held = new Map<string, Promise<void>>()
  const end = async (address: string): Promise<Refusal | null> => {
    await held.get(address)
    return failing.get(address) ?? null
  }
  return {
    sent,
    failing,
    hold: (address) => {
      let open = (): void => undefined
      held.set(address, new Promise((done) => (open = done)))
      return () => {
        held.delete(address)
        open()
      }
    },
    post: {
      faultOf: (address) => faultOfAddress(address, []),
      send: async (to, { id, body }) => {
        sent.push({ to, id, body })
        return end(to.address)
      },
    },
    mail: async ({ name, address }, mail) => {
      sent.push({ mail: address, name, ...mail })
      return end(address)
    },
  }
}
