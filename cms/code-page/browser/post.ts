/** 张贴 in the hand: the photo is shown and made small here; everything else of the form is the server's. */
import { ask, readJson } from '../../web/answer.ts'
import { shrink } from '../../web/shrink.ts'

const find = <Found extends Element>(within: ParentNode, selector: string): Found => {
  const found = within.querySelector<Found>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
const form = find<HTMLFormElement>(document, 'form.post')
const button = find<HTMLButtonElement>(form, 'button')
const label = find<HTMLLabelElement>(form, '.shoot')
const places = [...form.querySelectorAll<HTMLInputElement>('input[name=place]')]

const tell = (messages: readonly string[]): void => {
  const faults = messages.map((message) => {
    const said = Object.assign(document.createElement('p'), { className: 'fault' })
    said.textContent = message
    return said
  })
  find(form, '.faults').replaceChildren(...faults)
}

let photo: File | null = null

const show = (taken: File): void => {
  const image = find<HTMLImageElement>(label, 'img')
  const words = find<HTMLElement>(label, 'span')
  if (photo) URL.revokeObjectURL(image.src)
  photo = taken
  image.src = URL.createObjectURL(taken)
  image.hidden = false
  words.textContent = words.dataset['again'] ?? ''
  label.className = 'shotAgain'
}

const posted = (place: HTMLInputElement): void => {
  const told = find<HTMLElement>(document, '.posted')
  find(told, '.where').textContent = place.parentElement?.textContent?.trim() ?? ''
  find<HTMLImageElement>(told, 'img').src = find<HTMLImageElement>(label, 'img').src
  form.hidden = true
  told.hidden = false
  told.scrollIntoView({ block: 'nearest' })
}

const busy = (sending: boolean, words: string): void => {
  button.disabled = sending
  button.textContent = words
}

const send = async (taken: File, place: HTMLInputElement): Promise<void> => {
  const words = button.textContent ?? ''
  busy(true, button.dataset['busy'] ?? '')
  tell([])
  const body = new FormData(form)
  body.set('photo', await shrink(taken))
  const path = `/api/print/codes/${encodeURIComponent(form.dataset['code'] ?? '')}/postings`
  const answer = await ask(path, { method: 'POST', body, language }, readJson<unknown>)
  busy(false, words)
  if (answer.ok) posted(place)
  else tell(answer.faults.map(({ message }) => message))
}

find<HTMLInputElement>(form, 'input[name=photo]').addEventListener('change', ({ target }) => {
  const [taken] = (target as HTMLInputElement).files ?? []
  if (taken) show(taken)
})

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const place = places.find(({ checked }) => checked)
  if (!photo) tell([form.dataset['needPhoto'] ?? ''])
  else if (!place) tell([form.dataset['needPlace'] ?? ''])
  else void send(photo, place)
})

button.disabled = places.length === 0
