import { createServer } from 'node:http'
import { once } from 'node:events'
import express from 'express'
import { Server, type Socket } from 'socket.io'
import { displayRoutes } from '../../../src/adapters/web/display-routes.ts'
import { SOCKET_PATH, type FromDevice } from '../../../src/protocol/messages.ts'

/** Somebody who has taken the line over: he says what he likes, and serves what he likes. */
export type Intruder = {
  /** What the player said, oldest first. */
  readonly heard: readonly FromDevice[]
  /** Bytes sent of the body without end. */
  readonly poured: () => number
  /** Names that were asked for. */
  readonly asked: readonly string[]
  readonly stop: () => Promise<void>
}

type Options = {
  readonly display: string
  readonly port: number
  /** Answers one message of the player; by `socket` he says what is no message at all. */
  readonly answer: (message: FromDevice, say: (message: object) => void, socket: Socket) => void
  /** What is served by name; every other name is a body of zeros that ends after `most` bytes only. */
  readonly objects?: ReadonlyMap<string, Uint8Array>
  readonly most?: number
}

export const NONCE = 'n'.repeat(32)
/** A second challenge: the player proves again once it has taken in everything before it. */
export const ANYTHING_ELSE = { type: 'challenge', nonce: 'm'.repeat(32) }

const CHUNK = Buffer.alloc(1024 * 1024)

export const startIntruder = async ({
  display,
  port,
  answer,
  objects,
  most = 0,
}: Options): Promise<Intruder> => {
  const heard: FromDevice[] = []
  const asked: string[] = []
  let poured = 0
  const app = express()
  app.use('/display', displayRoutes(display))
  app.get(['/screens/programmes/:sha', '/screens/assets/:sha'], (req, res) => {
    const name = String(req.params.sha)
    asked.push(name)
    const bytes = objects?.get(name)
    if (bytes) return void res.type('application/octet-stream').send(Buffer.from(bytes))
    if (most === 0) return void res.status(404).end()
    const pour = (): void => {
      while (!res.closed && poured < most) {
        poured += CHUNK.length
        if (!res.write(CHUNK)) return void res.once('drain', pour)
      }
      res.end()
    }
    res.type('application/octet-stream')
    pour()
  })
  const http = createServer(app)
  const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'], serveClient: false })
  io.on('connection', (socket: Socket) => {
    socket.on('m', (message: FromDevice) => {
      heard.push(message)
      answer(message, (said) => void socket.emit('m', said), socket)
    })
  })
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  return {
    heard,
    asked,
    poured: () => poured,
    stop: async () => {
      const closed = io.close()
      // A browser opens lines ahead of need and says nothing on them; the end waits for those too.
      http.closeAllConnections()
      await closed
    },
  }
}
