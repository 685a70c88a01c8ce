import type { Change, Ports } from '../../cms/ports.ts'
import type { Clock } from './clock.ts'
import type { Fonts } from './fonts.ts'
import type { Images } from './images.ts'
import { sha256Hex, type TownKey } from './keys.ts'
import type { Publisher } from './publisher.ts'
import type { Devices } from './sockets.ts'

export type CmsPorts = {
  readonly ports: Ports
  /** The rooms that exist only once Payload runs. Changes said before are not lost: the publisher reads all at start. */
  readonly attach: (later: Later) => void
}

type Later = {
  readonly publisher: Pick<Publisher, 'refresh' | 'timeline'>
  readonly devices: Pick<Devices, 'paired' | 'unpaired' | 'isOnline'>
  readonly feed: { readonly changed: () => void }
}

type World = {
  readonly keys: { readonly town: TownKey }
  readonly images: Images
  readonly fonts: Fonts
  readonly clock: Clock
}

const hear = (later: Later, change: Change): void => {
  switch (change.kind) {
    case 'paired':
      void later.publisher.refresh('paired').then(() => later.devices.paired(change.key))
      return
    case 'unpaired':
      later.devices.unpaired(change.screen)
      return
    case 'town':
      // The editor's answer never waits for the fan-out (design 5.6).
      void later.publisher.refresh('town').then(() => later.feed.changed())
  }
}

/** Fills what the CMS asks of the world (cms/ports.ts). */
export const cmsPorts = ({ keys, images, fonts, clock }: World): CmsPorts => {
  let later: Later | null = null
  return {
    attach: (given) => {
      later = given
    },
    ports: {
      now: clock,
      sha256: sha256Hex,
      seal: keys.town.seal,
      sealed: keys.town.sealed,
      changed: (change) => {
        if (later) hear(later, change)
      },
      cleanImage: images.clean,
      rendition: images.rendition,
      missingGlyphs: fonts.missing,
      timeline: (screen, at) => {
        if (!later) throw new Error('the publisher is not up yet')
        return later.publisher.timeline(screen, at)
      },
      online: (screen) => later?.devices.isOnline(screen) ?? false,
    },
  }
}
