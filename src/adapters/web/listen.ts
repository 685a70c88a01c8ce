import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { refusal, RefusalError } from '../../errors/refusal.ts'

/**
 * Length of the line of connections that wait to be accepted: after a power cut all screens connect at one instant,
 * and one that finds the line full tries again after seconds. The bound of the system (`somaxconn`) holds as well.
 */
const BACKLOG = 4_096

/** Starts listening; a taken port is a sentence, not a stack. */
const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? 'PORT_TAKEN' : 'ENV_INVALID'
      const got = error.code === 'EADDRINUSE' ? port : `HOST=${host} (${error.code})`
      reject(new RefusalError(refusal(code, { got, field: 'PORT' })))
    })
    server.listen({ port, host, backlog: BACKLOG }, () => resolve((server.address() as AddressInfo).port))
  })

export type Door = {
  readonly server: Server
  readonly port: number
  /** From now on `listener` answers; before, everybody is told to wait. */
  readonly open: (listener: RequestListener) => void
  readonly close: () => Promise<void>
}

const wait: RequestListener = (_req, res) => {
  res.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '5' })
  res.end('{"status":"starting"}')
}

/** Takes the port before anything is made: a start that finds it taken must leave no half-begun town behind. */
export const openDoor = async (port: number, host: string): Promise<Door> => {
  let answer = wait
  const server = createServer((req, res) => answer(req, res))
  return {
    server,
    port: await listen(server, port, host),
    open: (listener) => {
      answer = listener
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Addresses under which other machines reach this one. */
export const lanAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
