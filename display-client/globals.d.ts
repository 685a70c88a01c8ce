/** Filled in by the build. */
declare const SANS_FONT_URL: string
declare const PIXEL_FONT_URL: string
declare const LINK_URL: string
/** Of the second script: in hex, and as browsers read it. */
declare const LINK_SHA256: string
declare const LINK_INTEGRITY: string
