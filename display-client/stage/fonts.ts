import type { Sha256 } from '../../src/model/ids.ts'
import type { FontName } from '../../src/model/page.ts'
import type { FontEntry } from '../../src/model/programme.ts'

const FAMILY = { sans: 'ss-sans', pixel: 'ss-pixel' } as const satisfies Record<FontName, string>

/** Glyphs beyond the base come under a name of their own, so that two programmes' subsets never mix (I2). */
const extraFamily = ({ font, sha256 }: FontEntry): string => `${FAMILY[font]}-x-${sha256.slice(0, 12)}`

/** The CSS family list of a font within a programme: base first, then what the base lacks. */
export const familyOf = (font: FontName, extras: readonly FontEntry[]): string => {
  const names: readonly string[] = extras.filter((extra) => extra.font === font).map(extraFamily)
  return `"${[FAMILY[font] as string].concat(names).join('","')}",sans-serif`
}

export type Fonts = {
  /** Base fonts and these extras are loaded, or cannot be; never rejects. */
  readonly ready: (extras: readonly FontEntry[]) => Promise<boolean>
  /** Lets go of every extra but these. */
  readonly only: (extras: readonly FontEntry[]) => void
}

type Bytes = (name: Sha256) => Promise<{ readonly bytes: Uint8Array } | null>

/** Loads fonts into the document. `urls`: where the base fonts are; they come with the shell. */
export const loadFonts = (urls: Readonly<Record<FontName, string>>, bytes: Bytes): Fonts => {
  const extras: Record<string, Promise<FontFace | null>> = {}

  const load = (family: string, source: string | ArrayBuffer): Promise<FontFace | null> =>
    new FontFace(family, source)
      .load()
      .then((face) => {
        document.fonts.add(face)
        return face
      })
      .catch(() => null)

  const extra = (entry: FontEntry): Promise<FontFace | null> => {
    const family = extraFamily(entry)
    const known = extras[family]
    if (known) return known
    const loading = bytes(entry.sha256).then((found) =>
      found ? load(family, found.bytes.slice().buffer as ArrayBuffer) : null,
    )
    extras[family] = loading
    // Bytes that were not here yet may be here at the next asking.
    void loading.then((face) => {
      if (!face) delete extras[family]
    })
    return loading
  }

  const base: { [F in FontName]?: Promise<FontFace | null> } = {}
  const baseFont = (font: FontName): Promise<FontFace | null> => {
    const loading = base[font] || load(FAMILY[font], `url(${urls[font]})`)
    base[font] = loading
    void loading.then((face) => {
      if (!face) delete base[font]
    })
    return loading
  }
  // Asked for before anybody needs them: a start is waiting for the disk meanwhile.
  const baseFonts = (): readonly Promise<FontFace | null>[] => [baseFont('sans'), baseFont('pixel')]
  baseFonts()

  return {
    ready: (entries) =>
      Promise.all(baseFonts().concat(entries.map(extra))).then((faces) =>
        faces.every((face) => face !== null),
      ),
    only: (entries) => {
      const keep = entries.map(extraFamily)
      for (const family of Object.keys(extras)) {
        if (keep.indexOf(family) >= 0) continue
        void extras[family]!.then((face) => face && document.fonts.delete(face))
        delete extras[family]
      }
    },
  }
}
