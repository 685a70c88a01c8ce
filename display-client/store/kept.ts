import type { ReleaseId, Sha256 } from '../../src/model/ids.ts'
import type { SignedHead } from '../../src/model/programme.ts'
import type { Kept, ScreenFacts, TownFacts } from '../core/state.ts'
import type { Store } from './store.ts'

/** Names of the records and what they hold. */
export type Records = {
  /** The device's Ed25519 pair; it never leaves this store. */
  device: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array }
  town: { readonly town: TownFacts; readonly screen: ScreenFacts }
  active: { readonly signed: SignedHead; readonly name: Sha256 }
  pending: { readonly signed: SignedHead; readonly withdrawn: readonly ReleaseId[] }
  clock: { readonly shared: number; readonly wall: number }
}

export const readRecord = <N extends keyof Records>(store: Store, name: N): Promise<Records[N] | null> =>
  store.record(name) as Promise<Records[N] | null>

export const keepRecords = (
  store: Store,
  records: { readonly [N in keyof Records]?: Records[N] | null },
): Promise<void> => store.keep(records)

/** All the player machine starts from; a programme whose bytes are damaged is as good as absent. */
export const readKept = (store: Store): Promise<Kept> =>
  Promise.all([readRecord(store, 'town'), readRecord(store, 'active'), readRecord(store, 'pending')]).then(
    ([place, active, pending]) =>
      (active ? store.object(active.name) : Promise.resolve(null)).then((programme) => ({
        town: place && place.town,
        screen: place && place.screen,
        active:
          active && programme
            ? { signed: active.signed, programme: new TextDecoder().decode(programme.bytes) }
            : null,
        pending: pending && pending.signed,
        withdrawn: pending ? pending.withdrawn : [],
      })),
  )
