/** An export of the audit is hashed where it lies: what goes to the town is the hash and the signed line behind the file. */
import { hash } from '@stablelib/sha256'
import { partSaid } from '../../../src/report/said.ts'

const give = document.querySelector<HTMLElement>('.report')
const words = give?.querySelector<HTMLElement>('span')
const fault = give?.querySelector<HTMLElement>('.fault')

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const check = async (file: File): Promise<void> => {
  if (!words || !fault) return
  const before = words.textContent
  words.textContent = words.dataset['busy'] ?? ''
  fault.hidden = true
  try {
    const { pdf, said } = partSaid(new Uint8Array(await file.arrayBuffer()))
    const asked = new URLSearchParams({ file: hex(hash(pdf)), ...(said !== null && { said }) })
    location.assign(`/v/report?${asked.toString()}`)
  } catch {
    words.textContent = before
    fault.hidden = false
  }
}

give?.querySelector('input')?.addEventListener('change', ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? []
  if (file) void check(file)
})
give?.addEventListener('dragover', (event) => event.preventDefault())
give?.addEventListener('drop', (event) => {
  event.preventDefault()
  const [file] = event.dataTransfer?.files ?? []
  if (file) void check(file)
})
if (give) give.hidden = false
