import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'

export type PictureBytes = (
  name: Sha256,
) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>

/** Decoded pictures of one page; `close` frees them, or native memory grows (docs/facts.md#browsers-on-panels). */
export type Pictures = { readonly of: (name: Sha256) => ImageBitmap | undefined; readonly close: () => void }

export const pictureNames = (page: Page): readonly Sha256[] =>
  page.ops.reduce<Sha256[]>((names, op) => {
    if (op.op === 'image' && names.indexOf(op.asset) < 0) names.push(op.asset)
    return names
  }, [])

/** Decodes every picture of a page off the main thread; rejects when one is absent or damaged. */
export const openPictures = (page: Page, bytes: PictureBytes): Promise<Pictures> => {
  const names = pictureNames(page)
  const open: Record<string, ImageBitmap> = {}
  const close = (): void => Object.keys(open).forEach((name) => open[name]!.close())
  const one = (name: Sha256): Promise<void> =>
    bytes(name)
      .then((found) => {
        if (!found) throw new Error(`picture ${name} is not here`)
        return createImageBitmap(new Blob([found.bytes.slice()], { type: found.type }))
      })
      .then((bitmap) => {
        open[name] = bitmap
      })
  // Every decoding is waited for, so that a failure of one leaves no other open behind it.
  const settled = names.map((name) =>
    one(name).then(
      () => null,
      (error: unknown) => error,
    ),
  )
  return Promise.all(settled).then((faults) => {
    const fault = faults.filter((one) => one !== null)[0]
    if (fault === undefined) return { of: (name: Sha256) => open[name], close }
    close()
    throw fault
  })
}
