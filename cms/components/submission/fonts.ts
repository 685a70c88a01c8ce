'use client'

import type { FontName } from '../../../src/model/page.ts'

/** The families the player itself draws with, from the same files, so that the desk shows what the lamps show. */
const FAMILIES: Record<FontName, { readonly family: string; readonly file: string }> = {
  sans: { family: 'ss-sans', file: '/display/fonts/sans-base.ttf' },
  pixel: { family: 'ss-pixel', file: '/display/fonts/pixel-base.otf' },
}

let loading: Promise<void> | undefined

const loadAll = async (): Promise<void> => {
  const faces = Object.values(FAMILIES).map(({ family, file }) => new FontFace(family, `url(${file})`))
  for (const face of await Promise.all(faces.map((one) => one.load()))) document.fonts.add(face)
}

/** Loads both fonts once a page; a failed load is tried again by the next caller. */
export const loadFonts = (): Promise<void> => {
  loading ??= loadAll().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

export const fontFamily = (font: FontName): string =>
  `"${FAMILIES[font].family}", "${FAMILIES[font].family}-x", sans-serif`
