declare module 'subset-font' {
  type Options = { readonly targetFormat: 'sfnt' | 'woff' | 'woff2' }
  /** Cuts a font down to the characters of `text`. */
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Buffer>
}
