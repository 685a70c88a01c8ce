/** On the page that asks for a code: a photo of the square does as well. */
import { codeInAddress, readQr } from './square.ts'

const scan = document.querySelector<HTMLElement>('.scan')
const words = scan?.querySelector<HTMLElement>('span')
const fault = scan?.querySelector<HTMLElement>('.fault')

const read = async (photo: File): Promise<void> => {
  if (!words || !fault) return
  const before = words.textContent
  words.textContent = words.dataset['busy'] ?? ''
  fault.hidden = true
  const code = codeInAddress((await readQr(photo)) ?? '')
  if (code !== null) return location.assign(`/v/${code}`)
  words.textContent = before
  fault.hidden = false
}

scan?.querySelector('input')?.addEventListener('change', ({ target }) => {
  const [photo] = (target as HTMLInputElement).files ?? []
  if (photo) void read(photo)
})
if (scan) scan.hidden = false
