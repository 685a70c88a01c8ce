import type { HotlineWords, Picture } from '../model/content.ts'
import type { Instant } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { SheetWords } from '../poster/sheet.ts'

/** A verified release and the records beside it, as read for one pack: nothing in it is of a draft. */
export type PackSource = {
  readonly release: string
  /** What was signed over words and pages. */
  readonly digest: string
  readonly kind: string
  readonly words: SheetWords
  readonly pictures: readonly Picture[]
  /** The pages of one screen, the largest that the release has; empty where it has none. */
  readonly pages: readonly Page[]
  readonly hotline: HotlineWords
  readonly edition: number
  readonly releasedAt: Instant
  readonly validUntil: Instant | null
  readonly issuer: string
  readonly town: string
  readonly demo: boolean
  /** `7K3D-92MQ`. */
  readonly code: string
  /** The page of the code, or null where phones cannot open this server. */
  readonly address: string | null
}
