/** What `npm run dev` runs again at each change: the player built on every change of its own, the server from sources. */
import { watch } from 'node:fs'
import { serve } from '../src/main.ts'
import { buildCodePage } from './build-code-page.mjs'
import { buildDisplay } from './build-display.mjs'

const began = performance.now()
await Promise.all([buildDisplay(), buildCodePage()])
let waiting
watch('display-client', { recursive: true }, () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => buildDisplay().catch((error) => console.error(error.message)), 100)
})
await serve(began)
