import { namedCharacters } from '../../poster/index.ts'
import type { Fault } from '../pool/messages.ts'

/** What the compiler says of a sheet, as both builds of it tell it. */
export type Diagnostic = {
  readonly message: string
  readonly path?: string
  readonly line?: number
}

/** Thrown by a setter; becomes a refusal with a short hint, never a stack or a path of this machine (I14). */
export class TypstError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  readonly characters: readonly string[]
  constructor(diagnostics: readonly Diagnostic[], characters: readonly string[] = []) {
    super(diagnostics[0]?.message ?? 'typst')
    this.diagnostics = diagnostics
    this.characters = characters
  }
}

const UNDISPLAYED = /the text `([^`]*)` could not be displayed/g

// The text is quoted twice on its way here, as Rust does: \" \\ \n and \u{200b}.
const unquote = (text: string): string =>
  text
    .replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\+(["'\\])/g, '$1')
    .replace(/^"(.*)"$/s, '$1')

/** Characters an export to PDF/A found no glyph for, each once. */
export const undisplayed = (message: string): readonly string[] => [
  ...new Set([...message.matchAll(UNDISPLAYED)].map(([, text = '']) => unquote(text))),
]

const MESSAGE = /message: "((?:[^"\\]|\\.)*)"/

const firstMessage = (text: string): string => {
  const found = MESSAGE.exec(text)?.[1]
  return found ? unquote(found) : text
}

const HINT_LENGTH = 120

/** One short sentence for whoever mends the template. */
export const hintOf = ({ message, path, line }: Diagnostic): string => {
  const said = firstMessage(message)
    .replace(/\s*\(searched (at|for)[^)]*\)/g, '')
    .replace(/\(?(error sending request|adjust the project root)[^)]*\)*/g, '')
    .replace(/,?\s*hints?:.*$/s, '')
    // A path of this machine, in either style.
    .replace(/(?:[A-Za-z]:)?(?:[\\/][^\s\\/"'`,)]+){2,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  // In a book every sheet has a copy of its own, with a number.
  const file = path
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/~\d+(?=\.typ$)/, '')
  const where = file && !file.startsWith('__') ? `${file}${line === undefined ? '' : `:${line}`}: ` : ''
  return [...`${where}${said}`].slice(0, HINT_LENGTH).join('')
}

export const faultOf = (error: unknown): Fault => {
  const known = error instanceof TypstError ? error : null
  const text = error instanceof Error ? error.message : String(error)
  const missing = known?.characters.length ? known.characters : undisplayed(text)
  if (missing.length > 0) return { code: 'PRINT_GLYPH_MISSING', detail: { got: namedCharacters(missing) } }
  const first = known?.diagnostics[0] ?? { message: text }
  return { code: 'PRINT_SHEET_FAILED', detail: { hint: hintOf(first) } }
}
