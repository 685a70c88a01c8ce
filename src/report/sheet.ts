/** What the template of an export reads as `json("/job/report.json")`; all of it is data, never source. */
export type ReportSheet = {
  readonly language: 'zh' | 'en'
  readonly title: string
  readonly town: string
  /** Under the title, each a label and what is said. */
  readonly facts: readonly (readonly [label: string, said: string])[]
  /** How it is checked, a paragraph each. */
  readonly check: readonly string[]
  /** `7K3D-92MQ-4F8H`, and its label. */
  readonly code: string
  readonly codeLabel: string
  /** Where the code is looked up, or null where phones cannot open this server. */
  readonly address: string | null
  readonly columns: readonly string[]
  /** Newest first, by days of the town. */
  readonly days: readonly { readonly day: string; readonly rows: readonly SheetRow[] }[]
  /** `第 {page} 页，共 {pages} 页`. */
  readonly pages: string
  readonly footer: string
}

export type SheetRow = {
  readonly seq: string
  readonly time: string
  readonly who: string
  readonly said: string
  readonly detail: string
  /** Said beside a row that was edited; empty for the others. */
  readonly edited: string
}
