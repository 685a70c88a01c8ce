'use client'

import type { Page } from '../../../src/model/page.ts'
import { pageStore } from '../../web/page-store.ts'
import type { Finding as RawFinding } from '../../workflow/findings.ts'
import type { Preview, Told } from '../../workflow/preview.ts'

/** What an open form knows of its pages and of what is to be said of its words. */
export type Live = {
  readonly shown: Omit<Preview, 'told'> | undefined
  readonly told: Told | undefined
  /** The newest words have not been answered yet. */
  readonly isBehind: boolean
  /** The last answer did not come; why not. */
  readonly failed: string | undefined
  /** 送审 was pressed: what is empty is wrong from then on. */
  readonly isPressed: boolean
  /** Why what is asked about may stay, by the code of what asks. */
  readonly reasons: Readonly<Record<string, string>>
}

const NONE: Live = {
  shown: undefined,
  told: undefined,
  isBehind: false,
  failed: undefined,
  isPressed: false,
  reasons: {},
}

/** By name of the form; the parts of one form stand in different places of the page. */
const liveOf = pageStore<Live>()

const put = (form: string, more: Partial<Live>): void =>
  liveOf.put(form, { ...(liveOf.get(form) ?? NONE), ...more })

const same = (a: Page, b: Page | undefined): boolean =>
  b !== undefined && JSON.stringify(a) === JSON.stringify(b)

/** Pages that are what they were stay the same objects, so that none is painted twice. */
const settled = (pages: readonly Page[], before: readonly Page[]): readonly Page[] =>
  pages.map((page, i) => {
    const old = before[i]
    return old && same(page, old) ? old : page
  })

export const putPreview = (form: string, { told, ...shown }: Preview): void => {
  const before = liveOf.get(form)
  put(form, {
    shown: { ...shown, pages: settled(shown.pages, before?.shown?.pages ?? []) },
    ...(told && { told }),
    isBehind: false,
    failed: undefined,
  })
}

export const putBehind = (form: string): void => put(form, { isBehind: true })
export const putFailed = (form: string, failed: string): void => put(form, { failed, isBehind: false })

/** 送审 was refused: what it says stands until the form looks again. */
export const putPressed = (form: string, stops?: readonly RawFinding[]): void => {
  const told = liveOf.get(form)?.told
  const notes = told?.findings.filter(({ level }) => level !== 'stop') ?? []
  put(form, {
    isPressed: true,
    ...(stops && {
      told: { beats: [], screens: 0, sheets: [], hotline: null, ...told, findings: [...stops, ...notes] },
    }),
  })
}

export const putReason = (form: string, code: string, reason: string): void =>
  put(form, { reasons: { ...liveOf.get(form)?.reasons, [code]: reason } })

export const dropLive = (form: string): void => liveOf.drop(form)

export const useLive = (form: string): Live => liveOf.use(form) ?? NONE
