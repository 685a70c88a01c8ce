import type { OpenLink } from './core/link-port.ts'
import { UNNAMED_MOST } from './core/plan.ts'
import { downloadOver, type Download } from './fetch/download.ts'
import { seek, type Seeking } from './fetch/seek.ts'
import { hash } from './keys.ts'
import { loadLink } from './shell/link-door.ts'
import { after, type World } from './world.ts'

/** Is another second script there than this one's? A page of somebody else's network is none. */
const otherThere = (download: Download): Promise<boolean> =>
  download(LINK_URL, UNNAMED_MOST).done.then(
    ({ bytes, type }) => type.indexOf('javascript') >= 0 && hash(bytes) !== LINK_SHA256,
    () => false,
  )

/** Asks for the second script until it is here. `renewed`: the shell was renewed around this page, which will never get its own. */
export const seekLink = ({ network }: World, renewed: () => void): Seeking<OpenLink> => {
  const download = downloadOver(network)
  const load = (): Promise<OpenLink | null> =>
    loadLink(after).then((open) => {
      if (open === null) void otherThere(download).then((other) => other && renewed())
      return open
    })
  return seek({ load, plug: network, after, random: Math.random })
}
