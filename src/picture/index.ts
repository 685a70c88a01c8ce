/** What picture files are made of, and what viewers pass over in them; bytes in, bytes out. */
export { kindOfBytes, PICTURE_TYPES, type PictureType } from './kind.ts'
export { mendedJpeg, withoutPadding } from './jpeg.ts'
export { isMoving } from './moving.ts'
export { withGammaAsProfile } from './png.ts'
