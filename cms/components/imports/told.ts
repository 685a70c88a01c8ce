import type { RawFault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

export type Kind = { readonly collection: string; readonly name: string }

export type CellFault = RawFault & { readonly cell: string; readonly heading: string }

export type RowState = 'ready' | 'faulty' | 'known'

export type ToldRow = {
  readonly row: number
  readonly state: RowState
  readonly title: string
  readonly faults: readonly CellFault[]
  readonly notes: readonly RawFault[]
}

/** What `/imports/look` answers. */
export type Told = {
  readonly collection: string
  readonly names: { readonly zh: string; readonly plural: string }
  readonly digest: string
  readonly used: readonly { readonly heading: string; readonly zh: string; readonly en: string }[]
  readonly unused: readonly string[]
  readonly passedOver: number
  readonly pictures: number
  readonly rows: readonly ToldRow[]
}

export type Progress = {
  readonly collection: string
  readonly of: number
  readonly made: number
  readonly state: 'running' | 'done' | 'undone'
}

export const sentence = ({ message_zh = '', message_en = '' }: RawFault, language: DeskLanguage): string =>
  say(language, message_zh, message_en)

export const countOf = ({ rows }: Told, state: RowState): number =>
  rows.filter((row) => row.state === state).length

/** What each heading was taken for; where it is the form's own name, that is enough. */
export const usedWords = ({ used }: Told, language: DeskLanguage): string =>
  used
    .map(({ heading, zh, en }) => {
      const own = say(language, zh, en)
      return heading === own ? own : say(language, `${own}（“${heading}”）`, `${own} (“${heading}”)`)
    })
    .join(say(language, '、', ', '))

export const ROW_STATES: readonly {
  readonly state: RowState
  readonly tone: 'stop' | 'done' | 'quiet'
  readonly zh: string
  readonly en: string
}[] = [
  { state: 'faulty', tone: 'stop', zh: '有错，要先改好', en: 'With faults, to be mended first' },
  { state: 'ready', tone: 'done', zh: '可以导入', en: 'Can be taken' },
  { state: 'known', tone: 'quiet', zh: '已经有了，不再导入', en: 'There already, not taken again' },
]
