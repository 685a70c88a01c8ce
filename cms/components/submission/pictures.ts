'use client'

import type { Sha256 } from '../../../src/model/ids.ts'
import type { Page } from '../../../src/model/page.ts'

const assetsOf = (pages: readonly Page[]): readonly Sha256[] => [
  ...new Set(pages.flatMap((page) => page.ops.flatMap((op) => (op.op === 'image' ? [op.asset] : [])))),
]

const load = async (asset: Sha256): Promise<readonly [Sha256, HTMLImageElement]> => {
  const image = new Image()
  image.src = `/screens/assets/${asset}`
  await image.decode()
  return [asset, image]
}

export type Pictures = ReadonlyMap<Sha256, HTMLImageElement>

/** All pictures of the pages; rejects when one of them cannot be had (DESK-7). */
export const loadPictures = async (pages: readonly Page[]): Promise<Pictures> =>
  new Map(await Promise.all(assetsOf(pages).map(load)))
