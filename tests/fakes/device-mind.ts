import { isRefusal } from '../../src/errors/is-refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { Head, Programme, Showing, SignedHead } from '../../src/model/programme.ts'
import type { ReceiptStage } from '../../src/model/receipt.ts'
import { parseHead, showingUnder } from '../../src/programme/index.ts'
import { HEAD_DOMAIN, signedText } from '../../src/signed/wire.ts'
import { signedBy } from './device-key.ts'
import type { DeviceObjects } from './device-objects.ts'

type World = {
  readonly objects: DeviceObjects
  /** A slow line: waited for before anything is fetched. */
  readonly beforeFetch: () => Promise<void>
  readonly tell: (sequence: number, stage: ReceiptStage) => void
  readonly changed: () => void
}

export type Mind = {
  /** Sequences of heads that were verified and obeyed, in order. */
  readonly obeyed: readonly number[]
  /** What a player would have reported as broken: bad signatures, other bytes, malformed words. */
  readonly faults: string[]
  /** The first town key heard is the only one believed. */
  readonly pin: (townKey: string) => void
  readonly hint: (sequence: number, programme: Head['programme']) => Promise<void>
  readonly obey: (head: SignedHead) => Promise<void>
  readonly head: () => Head | null
  readonly programme: () => Programme | null
  readonly showing: (t: Instant) => Showing | null
}

type Standing = { readonly head: Head; readonly programme: Programme }

/** What a screen believes and shows: signed heads in rising order, programmes that hash to their name. */
export const mind = ({ objects, beforeFetch, tell, changed }: World): Mind => {
  const obeyed: number[] = []
  const faults: string[] = []
  const standing: Standing[] = []
  let pinned: string | null = null

  const prepare = async (sequence: number, name: Head['programme']): Promise<Programme | null> => {
    tell(sequence, 'notified')
    await beforeFetch()
    try {
      const programme = await objects.fetch(name)
      for (const stage of ['fetched', 'verified', 'ready'] as const) tell(sequence, stage)
      return programme
    } catch (error) {
      faults.push(String(error))
      return null
    }
  }

  const believed = ({ body, signature }: SignedHead): Head | null => {
    const head = parseHead(body)
    if (isRefusal(head)) faults.push(head.message_en)
    else if (!pinned || !signedBy(pinned, signedText(HEAD_DOMAIN, body), signature))
      faults.push(`head ${head.sequence}: not signed by the town`)
    // I3: an older one is passed over in silence.
    else if (head.sequence > (obeyed.at(-1) ?? 0)) return head
    return null
  }

  const obey = async (signed: SignedHead): Promise<void> => {
    const head = believed(signed)
    if (!head) return
    obeyed.push(head.sequence)
    const programme = await prepare(head.sequence, head.programme)
    if (!programme) return
    standing.push({ head, programme })
    standing.sort((a, b) => a.head.sequence - b.head.sequence)
    const shown = (): void => {
      // A timer runs by another clock and may come a millisecond early; nothing would look again.
      const early = head.activateAt - Date.now()
      if (early > 0) return void setTimeout(shown, early).unref()
      tell(head.sequence, 'showing')
      changed()
    }
    shown()
  }

  return {
    obeyed,
    faults,
    obey,
    pin: (townKey) => {
      pinned ??= townKey
      if (pinned !== townKey) faults.push('the town has another key')
    },
    hint: async (sequence, programme) => void (await prepare(sequence, programme)),
    head: () => standing.at(-1)?.head ?? null,
    programme: () => standing.at(-1)?.programme ?? null,
    showing: (t) => {
      const active = standing.findLast(({ head }) => head.activateAt <= t) ?? standing.at(-1)
      // I7: a withdrawal counts from the moment it is heard.
      const revoked = standing.at(-1)?.head.revoked ?? []
      return active ? showingUnder({ ...active.head, revoked }, active.programme, t) : null
    },
  }
}
