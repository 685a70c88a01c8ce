import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Takes an upgrade and says so, or leaves it to the next. */
export type UpgradeHead = (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean

/** One place decides who gets an upgrade; one that nobody wants is closed at once instead of hanging. */
export const dispatchUpgrades = (server: Server, takers: readonly UpgradeHead[]): void => {
  server.on('upgrade', (req, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (!takers.some((take) => take(req, socket, head))) socket.destroy()
  })
}
