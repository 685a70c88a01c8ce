import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { formatCode, parseCode } from '../../src/poster/check-code.ts'
import { REPORT_CODE_LENGTH } from '../../src/report/index.ts'
import type { ReportLook } from '../audit-report/index.ts'
import { Ask, Scan } from './Ask.tsx'
import { Frame, type Around } from './Frame.tsx'
import { Post } from './Post.tsx'
import { GiveFile, Report } from './Report.tsx'
import { reportWords } from './report-words.ts'
import { Hotlines, Sheet } from './Sheet.tsx'
import type { LookUp } from './look-up.ts'
import { codeWords, type CodeWords } from './words.ts'

export type CodePage = {
  readonly status: number
  readonly html: string
  /** Whether it asks for one of our scripts; for nearly everybody it does not. */
  readonly scripted: boolean
}

const MOST_TYPED = 40

const pageOf = (status: number, document: ReactElement, scripted: boolean): CodePage => ({
  status,
  html: `<!doctype html>${renderToStaticMarkup(document)}`,
  scripted,
})

/** The address a typed code leads to; null when the text is no code. */
export const addressFor = (typed: string): string | null => {
  const short = typed.slice(0, MOST_TYPED)
  const code = parseCode(short) ?? parseCode(short, REPORT_CODE_LENGTH)
  return code === null ? null : `/v/${formatCode(code)}`
}

/** For people whose sheet has no QR code, or whose camera does not open it. */
export const askPage = (around: Around, typed: string): CodePage => {
  const { language } = around
  const fault = typed === '' ? null : codeWords(language).notCode
  return pageOf(
    200,
    <Frame {...around} script="/v/scan.js">
      <Ask language={language} typed={typed.slice(0, MOST_TYPED)} fault={fault} />
      <Scan language={language} />
      <p className="foot">
        <a href="/v/report">{reportWords(language).ask}</a>
      </p>
    </Frame>,
    true,
  )
}

type Absent = Exclude<LookUp, { readonly at: 'known' }>

/** Why there is nothing to show, and what to do: a passer-by reads it too. */
const absenceOf = (words: CodeWords, found: Absent): { readonly told: string; readonly lead?: string } =>
  found.at === 'refused'
    ? { told: found.message }
    : { told: words[found.at], lead: words.absentLead[found.at] }

const absentPage = (around: Around, typed: string, found: Absent): CodePage => {
  const { told, lead } = absenceOf(codeWords(around.language), found)
  return pageOf(
    found.at === 'unknown' ? 404 : found.status,
    <Frame {...around}>
      <p className="absent" role="alert">
        <strong>{told}</strong>
        {lead !== undefined && <span>{lead}</span>}
      </p>
      <Ask language={around.language} typed={typed.slice(0, MOST_TYPED)} fault={null} />
    </Frame>,
    false,
  )
}

/**
 * PPG-6: what anybody who holds a sheet may know of it; people of its own village also get the form that records
 * where it hangs.
 */
export const codePage = (around: Around, typed: string, found: LookUp): CodePage => {
  if (found.at !== 'known') return absentPage(around, typed, found)
  const { language } = around
  const { told, now } = found
  const words = codeWords(language)
  const back = encodeURIComponent(`/v/${told.code}`)
  return pageOf(
    200,
    <Frame {...around} script={told.mayPost ? '/v/post.js' : undefined}>
      <Sheet told={told} language={language} />
      {told.mayPost && <Post told={told} today={now} language={language} />}
      <Hotlines told={told} />
      {!told.mayPost && told.state === 'valid' && (
        <a className="quiet" href={`/admin/login?redirect=${back}`}>
          {words.staff}
        </a>
      )}
      <p className="foot">
        {words.untracked} <a href="/v">{words.other}</a>
      </p>
    </Frame>,
    told.mayPost,
  )
}

export type FoundReport = {
  readonly look: ReportLook
  readonly asked: { readonly by: string; readonly of: string }
}

/** AUD-2, AUD-3: an export of the audit, for whoever holds it; `found` is null while nothing was given yet. */
export const reportPage = (around: Around, found: FoundReport | null): CodePage => {
  const { language } = around
  const words = reportWords(language)
  return pageOf(
    found?.look.at === 'foreign' ? 404 : 200,
    <Frame {...around} head={words.head} script="/v/report.js">
      {found && <Report {...found} language={language} />}
      <GiveFile language={language} />
      <Ask
        language={language}
        typed=""
        fault={null}
        of={{ ask: words.orCode, lead: words.orCodeLead, like: '7K3D-92MQ-4F8H' }}
      />
    </Frame>,
    true,
  )
}

/** Why nothing was looked up. */
export const refusedReport = (around: Around, message: string, status: number): CodePage =>
  pageOf(
    status,
    <Frame {...around} head={reportWords(around.language).head}>
      <p className="absent" role="alert">
        <strong>{message}</strong>
      </p>
    </Frame>,
    false,
  )
