/** Somebody's server that takes notices: real sockets on this machine, and it remembers what came. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

export const ROBOT_CERTIFICATE = readFileSync('tests/fixtures/outside/cert.pem', 'utf8')
const ROBOT_KEY = readFileSync('tests/fixtures/outside/key.pem', 'utf8')

export type Came = {
  readonly url: string
  readonly method: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Answering = (came: Came, answer: ServerResponse) => void

export type Receiver = {
  readonly port: number
  readonly came: readonly Came[]
  /** How many connections were opened, whatever came of them. */
  readonly connections: () => number
  /** From here on. */
  readonly answer: (answering: Answering) => void
  readonly close: () => Promise<void>
}

/** As a robot that took it. */
export const taken: Answering = (_, answer) => void answer.end('{"errcode":0,"errmsg":"ok"}')

export const openReceiver = async (secure = false): Promise<Receiver> => {
  const came: Came[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  let answering = taken
  const listen: RequestListener = async (request, answer) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { url = '', method = '', headers } = request
    const one = { url, method, headers, body: Buffer.concat(parts).toString('utf8') }
    came.push(one)
    answering(one, answer)
  }
  const server = secure
    ? createSecureServer({ key: ROBOT_KEY, cert: ROBOT_CERTIFICATE }, listen)
    : createServer(listen)
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    came,
    connections: () => connections,
    answer: (given) => void (answering = given),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
