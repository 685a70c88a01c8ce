import type { Look, SeenPicture } from '../../poster/index.ts'
import type { PictureType } from '../../picture/index.ts'

/** What a picture is cut for: lamps on black, an office printer, or a press, which wants four inks and not a screen's three colours. */
export type Medium = 'led' | 'paper' | 'press'

/** What the image child is asked, and what it answers; bytes travel by IPC with advanced serialisation. */
export type ImageJob =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'rendition'
      readonly bytes: Uint8Array
      readonly width: number
      readonly height: number
      readonly medium: Medium
      /** Seen once, at whatever size it is made (TPL-9). */
      readonly look: Look
    }
  | { readonly kind: 'look'; readonly bytes: Uint8Array }
  /** One of the product's own drawings for a press. */
  | { readonly kind: 'press'; readonly svg: string }
  | { readonly kind: 'fit'; readonly bytes: Uint8Array; readonly fit: Fit }
  | { readonly kind: 'draw'; readonly drawing: Drawing }

/** `cover` fills the size and cuts what hangs over, a drawing excepted; `within` is no larger, and never enlarged. */
export type Fit = { readonly how: 'cover' | 'within'; readonly width: number; readonly height: number }

/** An SVG of our own making; its fonts are files that it names by family. */
export type Drawing = {
  readonly svg: string
  readonly fonts: readonly string[]
  /** Pixels; the height follows. */
  readonly width: number
  /** Whole on a ground of this colour, as a JPEG of this size; else a PNG as it is. */
  readonly on?: { readonly width: number; readonly height: number; readonly ground: string }
  /** How large a PNG is on paper. */
  readonly dpi?: number
}

export type ImageResult = {
  readonly bytes: Uint8Array
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

/** What an upload became; `moving`: it had more pictures than the one that was taken (IMG-5). */
export type CleanResult = ImageResult & { readonly moving: boolean }

/** `pixels` names exactly these pixels, where they may be a drawing of the product's own (TPL-27). */
export type Looked = SeenPicture & { readonly pixels: string | null }

export type ImageAnswer = PaperImage | Looked

/**
 * A drawing for a press is a page of its own: no other format of a picture holds its inks unmixed. One of the product's own
 * comes to an office as lines and areas.
 */
export type PaperImage = Omit<ImageResult, 'type'> & {
  readonly type: ImageResult['type'] | 'application/pdf' | 'image/svg+xml'
}

/** Telephones of today make 9280 × 6944. */
export const MAX_PIXELS = 65_000_000
export const MAX_BYTES = 40 * 1024 * 1024
