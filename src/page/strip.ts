import type { FontName } from '../model/page.ts'

/** Rows of the 32-dot face; it is drawn at whole multiples only. */
export const STRIP_CELL = 32

/** A face made of whole dots: Unifont's 16, or the 32 of strips. */
export type DotFace = Extract<FontName, 'pixel'> | 'strip'

/**
 * The face for words of this size on a panel that is set in dots. `draws`: whether every player that will show the page
 * knows the 32-dot face; none does yet, and one page in it would make an old player refuse all it is sent
 * (docs/decisions/0016-dot-faces.md).
 */
export const dotFaceOf = (px: number, draws: boolean): DotFace =>
  draws && px >= STRIP_CELL && px % STRIP_CELL === 0 ? 'strip' : 'pixel'
