import type { Cable } from './cable.ts'

export type Downloaded = { readonly bytes: Uint8Array; readonly type: string }

/** Without a byte for this long a download is dead. */
const SILENCE_MS = 20_000

/** XMLHttpRequest, since `fetch` cannot be cut short in browsers before 2018. Rejects on any fault. */
export type Download = (url: string) => Promise<Downloaded>

/** Downloads that all end when the cable is cut. */
export const downloadOver = (cable: Cable): Download => {
  const running: XMLHttpRequest[] = []
  cable.watch((cut) => {
    if (cut) running.slice().forEach((request) => request.abort())
  })
  return (url) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      let watchdog = 0
      const alive = (): void => {
        window.clearTimeout(watchdog)
        watchdog = window.setTimeout(() => request.abort(), SILENCE_MS)
      }
      request.onprogress = alive
      request.onloadend = () => {
        window.clearTimeout(watchdog)
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
      if (cable.cut()) request.abort()
    })
}
