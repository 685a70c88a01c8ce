import type { PrintPort } from '../../../cms/base/ports.ts'
import type { PosterKind } from '../../poster/index.ts'
import type { Dictionary } from '../../text/dictionary.ts'
import type { Clock } from '../process/clock.ts'
import type { Images } from '../images/images.ts'
import type { Typst } from '../typst/index.ts'
import { printAll } from '../print/bulk.ts'
import { openGate } from '../template-gate/install.ts'
import { findGhostscript } from '../pdf/press.ts'
import { previewSheet, printSheet } from '../print/print-sheet.ts'
import { codeFor, type PrintEngine } from '../print/set-sheet.ts'
import { libraryWords, openRegistry } from '../print/templates.ts'

export type PrintOptions = {
  /** The kinds of content there are. */
  readonly kinds: readonly PosterKind[]
  readonly typst: Pick<Typst, 'run'>
  readonly images: Pick<Images, 'onPaper' | 'clean' | 'look'>
  readonly clock: Clock
  /** What lines are broken by. */
  readonly dictionary: Dictionary
  /** Absolute folder of shipped templates and their library. */
  readonly shipped: string
  /** Absolute folder of templates an administrator added. */
  readonly installed: string
  readonly missing?: (text: string) => readonly string[]
  readonly say?: (folder: string, why: string) => void
  readonly broken?: PrintEngine['broken']
  /** Path of Ghostscript; looked for on PATH when not given, null for none. */
  readonly gs?: string | null
}

/** The print engine: what src/poster decides, done with Typst, pictures and files. */
export const openPrint = (options: PrintOptions): PrintPort => {
  const { kinds, typst, images, clock, shipped, installed, missing, say, broken } = options
  const registry = openRegistry({ kinds, shipped, installed, ...(say && { say }) })
  const engine: PrintEngine = {
    kinds,
    typst,
    images,
    registry,
    workspace: shipped,
    clock,
    dictionary: options.dictionary,
    gs: options.gs === undefined ? findGhostscript() : options.gs,
    ...(missing && { missing }),
    ...(broken && { broken }),
  }
  return {
    templates: async () => registry.all().map(({ schema }) => schema),
    preview: (order, owner, page) => previewSheet(engine, order, owner, page),
    pdf: (order, owner) => printSheet(engine, order, owner),
    bulk: printAll(engine),
    codeOf: async (order) => codeFor(engine, order),
    thumb: async (id) => registry.get(id)?.thumb ?? null,
    libraryWords: async () => libraryWords(shipped),
    ...openGate(engine, installed),
  }
}
