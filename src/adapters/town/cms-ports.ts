import type { Change, Outside, PackPort, Ports, PrintPort, ReportPort } from '../../../cms/base/ports.ts'
import type { ContentKinds } from '../../content/index.ts'
import type { KeptFiles } from '../../model/cluster.ts'
import type { Dictionary } from '../../text/dictionary.ts'
import type { Clock } from '../process/clock.ts'
import type { Fonts } from '../disk/fonts.ts'
import type { Images } from '../images/images.ts'
import type { Office } from '../office/office.ts'
import { ownGroup } from '../../protocol/fingerprint.ts'
import { sha256Hex, type Keys } from '../disk/keys.ts'
import type { KnownKeys } from '../devices/known-keys.ts'
import type { Programmes } from '../publishing/programmes.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Publisher } from '../publishing/publisher.ts'
import type { Devices } from '../devices/sockets.ts'

export type CmsPorts = {
  readonly ports: Ports
  /**
   * The rooms that exist only once Payload runs. They hear what changes from here on; what was said before is not lost, for
   * the publisher reads all at its start.
   */
  readonly attach: (later: Later) => void
}

type Later = {
  readonly known: Pick<KnownKeys, 'changed'>
  readonly publisher: Pick<Publisher, 'refresh' | 'timeline' | 'event'>
  readonly devices: Pick<Devices, 'paired' | 'unpaired'>
  readonly feed: { readonly changed: () => void }
}

type World = {
  readonly kinds: ContentKinds
  readonly keys: Pick<Keys, 'heads' | 'records'>
  readonly images: Images
  readonly office: Pick<Office, 'read'>
  readonly fonts: Fonts
  readonly dictionary: Dictionary
  readonly programmes: Pick<Programmes, 'plays'>
  readonly clock: Clock
  readonly print: PrintPort
  readonly pack: PackPort
  readonly report: ReportPort
  /** Absent where nothing goes out. */
  readonly outside?: Outside
  readonly cluster: Pick<Cluster, 'changes' | 'presence' | 'rates' | 'jobs'>
  readonly files: KeptFiles
}

type Unpaired = Change & { readonly kind: 'unpaired' }

/** A device that lost its screen is told so under the town's signature (docs/decisions/0005-unpaired.md). */
const announceRevocation = (
  later: Later,
  { screen, key }: Unpaired,
  { keys, clock }: Pick<World, 'keys' | 'clock'>,
): void => {
  const group = key === null ? '' : ownGroup(key, keys.heads.publicKey, sha256Hex)
  if (group) later.publisher.event({ type: 'unpaired', screen, group, now: clock() })
}

const hear = (later: Later, change: Change, { keys, clock }: World): void => {
  later.known.changed(change)
  switch (change.kind) {
    case 'paired':
      later.publisher.event({ type: 'paired', screen: change.screen })
      void later.publisher.refresh('paired').then(() => later.devices.paired(change.key))
      return
    case 'unpaired':
      announceRevocation(later, change, { keys, clock })
      later.devices.unpaired(change.screen)
      return
    case 'town':
      // The editor's answer never waits until all screens were told (docs/design.md#hint-fetch-verify-switch).
      void later.publisher.refresh('town').then(() => later.feed.changed())
  }
}

/** Fills what the CMS asks of the world (cms/base/ports.ts). */
export const cmsPorts = (world: World): CmsPorts => {
  const { kinds, keys, images, fonts, programmes, clock, print, pack, report, outside } = world
  const { changes, presence, rates, jobs } = world.cluster
  let later: Later | null = null
  return {
    attach: (given) => {
      later = given
      changes.listen((change) => hear(given, change, world))
    },
    ports: {
      kinds,
      now: clock,
      sha256: sha256Hex,
      sign: keys.records.sign,
      signed: keys.records.holds,
      changed: changes.publish,
      rates,
      jobs,
      files: world.files,
      cleanImage: images.clean,
      readOffice: world.office.read,
      rendition: images.rendition,
      look: images.look,
      missingGlyphs: fonts.missing,
      coverage: () => fonts.coverage,
      dictionary: world.dictionary,
      plays: programmes.plays,
      timeline: (screen, at) => {
        if (!later) throw new Error('the publisher is not up yet')
        return later.publisher.timeline(screen, at)
      },
      print,
      pack,
      report,
      ...(outside && { outside }),
      online: presence.isThere,
    },
  }
}
