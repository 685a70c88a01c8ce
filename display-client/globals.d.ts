/** Filled in by the build. */
declare const SANS_FONT_URL: string
declare const PIXEL_FONT_URL: string
