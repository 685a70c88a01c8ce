import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { refusal, RefusalError } from '../errors/refusal.ts'

/** Starts listening; a taken port is a sentence, not a stack. */
export const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? 'PORT_TAKEN' : 'ENV_INVALID'
      const got = error.code === 'EADDRINUSE' ? port : `HOST=${host} (${error.code})`
      reject(new RefusalError(refusal(code, { got, field: 'PORT' })))
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/** Addresses under which other machines reach this one. */
export const lanAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
