import fc from 'fast-check'

const SURROGATES = 0x800

/** Any characters but halves of surrogate pairs; the library's own `unit: 'binary'` takes a second to get ready. */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff - SURROGATES }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points.map((at) => (at < 0xd800 ? at : at + SURROGATES))))
