import { RefusalError, spokenRefusal, type Said } from '../../errors/refusal.ts'
import { thumbData } from '../../poster/index.ts'
import { jobOf, type PrintEngine } from '../print/set-sheet.ts'
import { THUMB, type Template } from '../print/templates.ts'
import { noSample } from './trial-words.ts'
import { filesFor, OWNER } from './trials.ts'

/** As wide as those that come with the product. */
const THUMB_WIDTH = 320
/** Sides of a thumbnail somebody brings: smaller shows nothing, larger is a poster. */
const SIDES = { least: 100, most: 2_000 } as const
const MOST_KB = 1_024

const odd = (name: string, { zh, en }: Said): never => {
  const got = { zh: `${name} ${zh}`, en: `${name} ${en}` }
  throw new RefusalError(spokenRefusal('TEMPLATE_PICTURE_INVALID', { got }, { field: 'file' }))
}

const checkThumb = (type: string, width: number, height: number, bytes: number): void => {
  if (type !== 'image/png') odd(THUMB, { zh: '其实不是 PNG', en: 'is in truth no PNG' })
  const { least, most } = SIDES
  if (Math.min(width, height) < least || Math.max(width, height) > most)
    odd(THUMB, {
      zh: `是 ${width}×${height} 像素，每边要在 ${least} 到 ${most} 之间`,
      en: `has ${width}×${height} pixels; each side must have ${least} to ${most}`,
    })
  if (bytes > MOST_KB * 1024) odd(THUMB, { zh: `超过 ${MOST_KB} KB`, en: `is larger than ${MOST_KB} KB` })
}

/** Every picture a template brings can be decoded, and its thumbnail is one (TPL-25). Throws TEMPLATE_PICTURE_INVALID. */
export const checkPictures = async (
  { images }: Pick<PrintEngine, 'images'>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  for (const [name, bytes] of files) {
    if (!/\.(?:png|jpg)$/.test(name)) continue
    const { type, width, height } = await images
      .clean(bytes)
      .catch(() =>
        odd(name, { zh: '打不开，不是完整的图片', en: 'cannot be opened; it is no whole picture' }),
      )
    if (name === THUMB) checkThumb(type, width, height, bytes.byteLength)
  }
}

/** The thumbnail of a template that brings none: its own sample. Null where this machine's Typst draws nothing. */
export const drawThumb = async (
  {
    kinds,
    typst,
    workspace,
    clock,
    dictionary,
  }: Pick<PrintEngine, 'kinds' | 'typst' | 'workspace' | 'clock' | 'dictionary'>,
  template: Template,
): Promise<Uint8Array | null> => {
  const data = thumbData(template.schema, kinds, template.sample, clock())
  if (!data) throw noSample()
  const sheet = { template, data, files: filesFor(template, data) }
  const { png } = await typst.run({ ...jobOf({ workspace, dictionary }, sheet), png: THUMB_WIDTH }, OWNER)
  return png ?? null
}
