import type { ReactNode } from 'react'
import { Shield } from '../web/Shield.tsx'
import type { DeskLanguage } from '../web/language.ts'
import { codeWords } from './words.ts'

export type Around = {
  readonly language: DeskLanguage
  /** A demo town is marked on every page of it. */
  readonly demo: boolean
  /** The text of page.css. */
  readonly style: string
}

type Props = Around & {
  /** Address of the script, on the two pages that have one. */
  readonly script?: string | undefined
  /** What the page is about; a sheet where it does not say. */
  readonly head?: string
  readonly children: ReactNode
}

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0B5D3B" d="M16 1.6 28.4 5.4v10.2c0 7-5 11.8-12.4 15-7.4-3.2-12.4-8-12.4-15V5.4Z"/></svg>',
)}`

/** One document with all it needs in it: a narrow column with the mark on top, the page of a phone also on a desk. */
export const Frame = ({ language, demo, style, script, head, children }: Props) => (
  <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
    <head>
      <meta charSet="utf-8" />
      <title>{`${head ?? codeWords(language).head} · 银盾 Silver Shield`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#FBFAF6" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href={ICON} />
      <style dangerouslySetInnerHTML={{ __html: style }} />
      {script !== undefined && <script type="module" src={script} />}
    </head>
    <body>
      <main className="page">
        <p className="brand">
          <Shield size={24} />
          {head ?? codeWords(language).head}
          {demo && <span className="demo">{codeWords(language).demo}</span>}
        </p>
        {children}
      </main>
    </body>
  </html>
)
