import type { NetworkSwitch } from './network-switch.ts'

export type Downloaded = { readonly bytes: Uint8Array; readonly type: string }

/** Without a byte for this long a download is dead. */
const SILENCE_MS = 20_000

/** `done` rejects on any fault, and when it is stopped. */
export type Running = { readonly done: Promise<Downloaded>; readonly stop: () => void }

/** XMLHttpRequest, since `fetch` cannot be cut short in browsers before 2018. A body of more than `most` bytes is a fault. */
export type Download = (url: string, most: number) => Running

/** Downloads that all end when the network is cut. */
export const downloadOver = (network: NetworkSwitch): Download => {
  const running: XMLHttpRequest[] = []
  network.watch((cut) => {
    if (cut) running.slice().forEach((request) => request.abort())
  })
  return (url, most) => {
    const request = new XMLHttpRequest()
    const done = new Promise<Downloaded>((resolve, reject) => {
      let silence = 0
      const alive = (): void => {
        window.clearTimeout(silence)
        silence = window.setTimeout(() => request.abort(), SILENCE_MS)
      }
      request.onprogress = ({ loaded }) => {
        alive()
        if (loaded > most) request.abort()
      }
      request.onloadend = () => {
        window.clearTimeout(silence)
        running.splice(running.indexOf(request), 1)
        const bytes = request.response as ArrayBuffer | null
        const type = request.getResponseHeader('content-type') || ''
        if (request.status === 200 && bytes) resolve({ bytes: new Uint8Array(bytes), type })
        else reject(new Error(`${url}: ${request.status}`))
      }
      request.open('GET', url)
      request.responseType = 'arraybuffer'
      running.push(request)
      alive()
      request.send()
      if (network.cut()) request.abort()
    })
    return { done, stop: () => request.abort() }
  }
}
