import { request } from 'node:http'

export type Probed = {
  /** CPU of the server's process since it was asked before, ms. */
  readonly cpu: number
  /** Longest hold of its event loop since, ms. */
  readonly hold: number
}

/** Asks the probe (probe.mjs) that listens on `socketPath`. */
export const probe = (socketPath: string): Promise<Probed> =>
  new Promise((resolve, reject) => {
    request({ socketPath, path: '/' }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => resolve(JSON.parse(text) as Probed))
    })
      .on('error', reject)
      .end()
  })
