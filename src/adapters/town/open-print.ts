import type { PrintPort } from '../../../cms/base/ports.ts'
import type { PosterKind } from '../../poster/index.ts'
import type { Clock } from '../process/clock.ts'
import type { Images } from '../images/images.ts'
import type { Typst } from '../typst/index.ts'
import { printAll } from '../print/bulk.ts'
import { openGate } from '../template-gate/install.ts'
import { findGhostscript } from '../pdf/press.ts'
import { previewSheet, printSheet } from '../print/print-sheet.ts'
import { codeFor, type Desk } from '../print/set-sheet.ts'
import { libraryWords, openShelf } from '../print/templates.ts'

export type PrintOptions = {
  /** The kinds of content there are. */
  readonly kinds: readonly PosterKind[]
  readonly typst: Pick<Typst, 'run'>
  readonly images: Pick<Images, 'onPaper' | 'clean'>
  readonly clock: Clock
  /** Absolute folder of shipped templates and their library. */
  readonly shipped: string
  /** Absolute folder of templates an administrator added. */
  readonly installed: string
  readonly missing?: (text: string) => readonly string[]
  readonly say?: (folder: string, why: string) => void
  readonly broken?: Desk['broken']
  /** Path of Ghostscript; looked for on PATH when not given, null for none. */
  readonly gs?: string | null
}

/** The print desk: what src/poster decides, done with engine, pictures and files. */
export const openPrint = (options: PrintOptions): PrintPort => {
  const { kinds, typst, images, clock, shipped, installed, missing, say, broken } = options
  const shelf = openShelf({ kinds, shipped, installed, ...(say && { say }) })
  const desk: Desk = {
    kinds,
    typst,
    images,
    shelf,
    workspace: shipped,
    clock,
    gs: options.gs === undefined ? findGhostscript() : options.gs,
    ...(missing && { missing }),
    ...(broken && { broken }),
  }
  return {
    templates: async () => shelf.all().map(({ schema }) => schema),
    preview: (order, owner, page) => previewSheet(desk, order, owner, page),
    pdf: (order, owner) => printSheet(desk, order, owner),
    bulk: printAll(desk),
    codeOf: async (order) => codeFor(desk, order),
    thumb: async (id) => shelf.get(id)?.thumb ?? null,
    libraryWords: async () => libraryWords(shipped),
    ...openGate(desk, installed),
  }
}
