import type { Sha256 } from '../model/ids.ts'
import type { DrawOp, Page } from '../model/page.ts'

/** A picture cut that pages ask for: the cleaned original by hash, at exactly `w`×`h` pixels. */
export type PictureNeed = { readonly asset: Sha256; readonly w: number; readonly h: number }

const keyOf = (need: PictureNeed): string => `${need.asset}/${need.w}x${need.h}`

/** What `layout`'s pages need cut, each cut once, in order of first use. */
export const pictureNeeds = (pages: readonly Page[]): readonly PictureNeed[] => {
  const needs = new Map<string, PictureNeed>()
  for (const page of pages)
    for (const op of page.ops)
      if (op.op === 'image') {
        const need = { asset: op.asset, w: op.w, h: op.h }
        if (!needs.has(keyOf(need))) needs.set(keyOf(need), need)
      }
  return [...needs.values()]
}

/** The same pages with each picture named by the hash of its cut. */
export const withRenditions = (
  pages: readonly Page[],
  rendition: (source: Sha256, w: number, h: number) => Sha256,
): readonly Page[] =>
  pages.map((page) => ({
    ...page,
    ops: page.ops.map((op): DrawOp =>
      op.op === 'image' ? { ...op, asset: rendition(op.asset, op.w, op.h) } : op,
    ),
  }))
