/**
 * What the CMS needs from the world. `src/main.ts` fills it on `globalThis` before anything is served, because Next
 * holds a second copy of every module; the CMS must also load while it is empty (`payload` commands, `next build`).
 */
import type { Refusal } from '../../src/errors/refusal.ts'
import type { SeenPicture } from '../../src/poster/look.ts'
import type { PrintChoice, PrintSource } from '../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../src/poster/template.ts'
import type { Joins } from '../../src/poster/tilings.ts'
import type { BroughtIn, ContentKinds } from '../../src/content/index.ts'
import type { Instant, ReleaseId, ScreenId, Sha256 } from '../../src/model/ids.ts'
import type { FontName } from '../../src/model/page.ts'
import type { WebhookKind } from '../../src/notices/index.ts'
import type { TimelineAnswer } from '../../src/model/programme.ts'
import type { PackSource } from '../../src/pack/index.ts'
import type { Coverage } from '../../src/page/index.ts'
import type { ReportSheet } from '../../src/report/index.ts'
import type { Dictionary } from '../../src/text/dictionary.ts'
import type { RecordKind } from '../../src/signed/list.ts'
import type { RecordBodies } from '../../src/signed/records.ts'
import type { Jobs, KeptFiles, KeptParts, Rates, RunningJob } from '../../src/model/cluster.ts'

/** An order to print: what was chosen and the records it is made of, read and verified by the CMS (I8). */
export type PrintOrder = { readonly choice: PrintChoice; readonly source: PrintSource }

export type PrintedFile = {
  readonly bytes: Uint8Array
  readonly type: 'application/pdf' | 'application/zip' | 'image/svg+xml' | 'image/png'
  readonly name: string
  /** Told beside the file: soft photo, hotline long unconfirmed, no QR. */
  readonly warnings: readonly Refusal[]
  /** Of a preview for an office: what its A4 sheets make, each way of joining them. */
  readonly joins?: Joins
}

/** `thumb` as PNG; null where this machine's engine draws none. */
export type JudgedTemplate = { readonly schema: TemplateSchema; readonly thumb: Uint8Array | null }

/** A bulk job while it runs: `progress` after each sheet, and what an earlier run of it had finished. */
export type BulkRun = RunningJob<AbortSignal> & { readonly parts?: KeptParts }

/** Printing: src/poster decides, src/adapters/print does. Every refusal is a RefusalError PRINT_* or TEMPLATE_*. */
export type PrintPort = {
  readonly templates: () => Promise<readonly TemplateSchema[]>
  /**
   * First page as SVG, for an <img> from a blob; quick, without the gates. `owner` is who waits: the queue is fair
   * between owners.
   */
  readonly preview: (order: PrintOrder, owner: string, page: number) => Promise<PrintedFile>
  /** All checks, then the PDF. */
  readonly pdf: (order: PrintOrder, owner: string) => Promise<PrintedFile>
  /** One .zip of a PDF each, or one PDF of all; rejects PRINT_CANCELLED when the signal aborts. */
  readonly bulk: (
    orders: readonly PrintOrder[],
    as: 'zip' | 'pdf',
    owner: string,
    running: BulkRun,
  ) => Promise<PrintedFile>
  /** 8 characters of the check code. */
  readonly codeOf: (order: PrintOrder) => Promise<string>
  /** A template's thumbnail as PNG; null where it has none. */
  readonly thumb: (template: string) => Promise<Uint8Array | null>
  /** What every template's library puts on its sheets: a phrase each, `…` for what is filled in. */
  readonly libraryWords: () => Promise<readonly string[]>
  /** Through the gate and not put in: what an administrator looks at before he does. Throws TEMPLATE_*. */
  readonly judgeTemplate: (zip: Uint8Array) => Promise<JudgedTemplate>
  /** Through the gate; answers its schema or throws TEMPLATE_*. */
  readonly installTemplate: (zip: Uint8Array) => Promise<TemplateSchema>
}

/** A receiver as it is posted to. `address` and `secret` are known to whoever sends, and told to nobody. */
export type WebhookTo = {
  readonly kind: WebhookKind
  readonly address: string
  readonly secret: string
}

/** What was taken answers null; what was not, why. Neither rejects. */
export type Post = {
  readonly send: (
    to: WebhookTo,
    message: { readonly id: string; readonly body: string },
  ) => Promise<Refusal | null>
  /** What can be said of an address without asking anybody. */
  readonly faultOf: (address: string) => Refusal | null
}
export type SendMail = (
  to: { readonly name: string; readonly address: string },
  mail: { readonly id: string; readonly subject: string; readonly text: string },
) => Promise<Refusal | null>

/** What goes out of the house; `mail` is null where the town sends none. */
export type Outside = { readonly post: Post; readonly mail: SendMail | null }

/** A pack that lies ready in a file of its own, which is gone once it was read, or dropped. */
export type Packed = {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly read: () => ReadableStream<Uint8Array>
  readonly drop: () => Promise<void>
}

/** Refuses PRINT_BUSY where too many are in the making, IMAGE_* where a picture cannot be made. */
export type PackPort = (source: PackSource) => Promise<Packed>

/** Sets an export of the audit; `owner` is who waits. Refuses as the print engine does. */
export type ReportPort = (
  sheet: ReportSheet,
  owner: string,
) => Promise<{ readonly pdf: Uint8Array; readonly sha256: Sha256 }>

/** Something was committed that other rooms may care about; receivers re-read, the change itself carries no truth. */
export type Change =
  | { readonly kind: 'town' }
  | { readonly kind: 'paired'; readonly key: string; readonly screen: ScreenId }
  /** `key` of the device that lost the screen; null when it had none. */
  | { readonly kind: 'unpaired'; readonly screen: ScreenId; readonly key: string | null }

export type CleanImage = {
  readonly bytes: Uint8Array
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
  readonly sha256: Sha256
  /** It had more pictures than the one that was taken. */
  readonly moving?: boolean
}

export type Rendition = { readonly asset: Sha256; readonly bytes: number; readonly type: string }

/**
 * What a thread or a process may come between is asynchronous. The rest each of them has for itself: a clock, hashes, the
 * fonts, and the key of the records, which the thread that writes them holds.
 */
export type Ports = {
  /** What people write here. */
  readonly kinds: ContentKinds
  readonly now: () => Instant
  readonly sha256: (text: string) => Sha256
  /** Signs a row with the records key; base64url. */
  readonly sign: <Kind extends RecordKind>(kind: Kind, body: RecordBodies[Kind]) => string
  /** Whether a row's signature holds; `at` is the time the row claims, null where it has none. */
  readonly signed: <Kind extends RecordKind>(
    kind: Kind,
    body: RecordBodies[Kind],
    signature: string,
    at: Instant | null,
  ) => boolean
  /** Says it to all rooms that listen, in every process. */
  readonly changed: (change: Change) => Promise<void>
  /** Who may try how often, counted for the whole town. */
  readonly rates: Rates
  /** Long work that runs somewhere, and the files it made. */
  readonly jobs: Jobs<AbortSignal>
  readonly files: KeptFiles
  /** Decodes in a child process with limits, strips metadata; throws RefusalError IMAGE_*. */
  readonly cleanImage: (bytes: Uint8Array) => Promise<CleanImage>
  /**
   * What a .xlsx or .docx says of contents, read in a child process with limits; refuses IMPORT_*. `wanted`: the collection
   * it is brought to. `owner`: who waits.
   */
  readonly readOffice: (
    file: { readonly bytes: Uint8Array; readonly name: string; readonly wanted: string },
    owner: string,
  ) => Promise<BroughtIn>
  /** Cuts the cleaned picture `source` to exactly `width`×`height` (cover) into the object store. */
  readonly rendition: (source: Sha256, width: number, height: number) => Promise<Rendition>
  /** What the cleaned picture `source` is, by its pixels, and what of it is set on paper. */
  readonly look: (source: Sha256) => Promise<SeenPicture>
  /** Characters of `text` that the shipped font lacks, each once. */
  readonly missingGlyphs: (text: string, font: FontName) => readonly string[]
  /** Which characters the shipped fonts have. */
  readonly coverage: () => Coverage
  /** What lines are broken by. */
  readonly dictionary: Dictionary
  /** Whether a stored programme plays a release; one that is not there any more plays nothing. */
  readonly plays: (programme: Sha256, release: ReleaseId) => Promise<boolean>
  readonly timeline: (screen: ScreenId, at: Instant) => Promise<TimelineAnswer>
  /** Absent in tests of rooms that do not print. */
  readonly print?: PrintPort
  /** Absent in tests of rooms that pack nothing. */
  readonly pack?: PackPort
  /** Absent in tests of rooms that report nothing. */
  readonly report?: ReportPort
  /** Absent in tests of rooms that send nothing. */
  readonly outside?: Outside
  /** Whether a device of this screen is connected now; the screen list shows it. */
  readonly online?: (screen: ScreenId) => Promise<boolean>
}

const SLOT = Symbol.for('silver-shield.ports')
type Slotted = { [SLOT]?: Ports }

export const fillPorts = (ports: Ports | undefined): void => {
  ;(globalThis as Slotted)[SLOT] = ports
}

/** Throws when the CMS runs without the server around it: what needs the world cannot be done then. */
export const ports = (): Ports => {
  const filled = (globalThis as Slotted)[SLOT]
  if (!filled) throw new Error('This command needs the running server: start it with npm start')
  return filled
}

export const portsIfFilled = (): Ports | undefined => (globalThis as Slotted)[SLOT]
