import type { HotlineWords, Picture } from '../model/content.ts'
import type { Instant, ReleaseId, UnitId } from '../model/ids.ts'
import type { FieldName } from './fields.ts'
import type { PrintWay } from './template.ts'

/** What posters know of a kind of content. */
export type PosterKind = {
  readonly kind: string
  readonly names: { readonly zh: string; readonly en: string }
  /** Fields a template may ask of it. */
  readonly fields: readonly FieldName[]
  /** Whether its contents are of a fraud class. */
  readonly isClassed: boolean
}

/** The words of a content that a sheet has places for, and the fields its kind has; made by the kind (src/content). */
export type SheetWords = Pick<
  SheetData,
  'kind' | 'title' | 'accent' | 'lines' | 'lesson' | 'steps' | 'fraudClass'
> & { readonly fields: readonly FieldName[]; readonly photo: Picture | null }

/** The village's own line, the only thing a clerk types. */
export type Contact = { readonly name: string; readonly number: string }

/** true size cut over A4 sheets, as large as two of them hold, or as large as the sheets allow (docs/decisions/0007). */
export const TILINGS = ['none', 'true-size', 'two-sheets', 'fill'] as const
export type Tiling = (typeof TILINGS)[number]

/** What somebody asks to print; everything else comes from the records. */
export type PrintChoice = {
  readonly release: ReleaseId
  readonly template: string
  readonly size: string
  readonly way: PrintWay
  readonly tiling: Tiling
  readonly unit: UnitId
  readonly contact: Contact | null
}

/** A hotline's record as print needs it. */
export type HotlineFacts = HotlineWords & { readonly verifiedAt: Instant; readonly confirmBy: string }

/** The verified release and the records beside it, as read for one print (I8). */
export type PrintSource = {
  readonly release: ReleaseId
  readonly words: SheetWords
  /** Which release of this content it is, from 1. */
  readonly edition: number
  readonly releasedAt: Instant
  readonly validUntil: Instant | null
  /** null while in force. */
  readonly withdrawnAt: Instant | null
  readonly hotline: HotlineFacts
  readonly town: string
  /** Full name of the office that answers for the content. */
  readonly issuer: string
  readonly unit: { readonly id: UnitId; readonly name: string }
  readonly demo: boolean
  /** Origin phones can reach, or null: then no QR is printed and the sheet says why (loopback does not count). */
  readonly publicUrl: string | null
}

/** What a template reads as `json("/job/sheet.json")`; all words are data, never source (TYP-2). */
export type SheetData = {
  readonly kind: string
  readonly title: string
  readonly accent: string
  readonly lines: readonly string[]
  readonly lesson: string
  readonly steps: readonly { readonly heSays: string; readonly youDo: string }[]
  /** Chinese name of the fraud class; empty for slogans. */
  readonly fraudClass: string
  /** Top line: `五间镇打击整治养老诈骗专项行动`. */
  readonly campaign: string
  /** Cut to its place already, or whole where nothing of it may be cut (PRT-24): a template cuts nothing. */
  readonly photo: { readonly path: string; readonly alt: string } | null
  readonly hotline: HotlineWords
  readonly emergency: { readonly prompt: string; readonly number: string }
  readonly issuer: string
  readonly unit: string
  /** Civil dates in Chinese, `2026年11月23日`: the day of issue, and the last day it may hang (empty: no end). */
  readonly date: string
  readonly validUntil: string
  /** `7K3D-92MQ`. */
  readonly code: string
  readonly edition: number
  readonly qr: { readonly path: string; readonly words: string } | null
  /** Why there is no QR; empty when there is one. */
  readonly noQr: string
  readonly contact: Contact | null
  readonly demo: boolean
  /** For `set document(date:)`: year, month, day. */
  readonly made: readonly [number, number, number]
  /**
   * How the sheet is set: mm after cutting at true size; the page in the file is width × scale by height × scale.
   * Bleed 0 or 3; `margin`: how far content keeps from the edge, both in mm of the file.
   */
  readonly sheet: {
    readonly size: string
    readonly width: number
    readonly height: number
    readonly scale: number
    readonly bleed: number
    readonly marks: boolean
    readonly margin: number
    readonly palette: 'rgb' | 'cmyk'
  }
}

/**
 * What a template says of itself by `metadata(..)` labelled `<ss-element>` and `<ss-overflow>`: mm from the top left
 * corner of the trimmed page, page from 1. `words`: the text beside a QR.
 */
export type PlacedElement = {
  readonly element: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly words?: string
}

/** Where words stand on a finished sheet: page from 1, mm from the upper left corner of the trimmed page. */
export type PlacedWords = Omit<PlacedElement, 'element' | 'words'>

/** A field that does not fit at its smallest size. */
export type Overflow = { readonly field: string; readonly length: number }
