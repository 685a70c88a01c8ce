import { redirect } from 'next/navigation'
import { formatCode, parseCode } from '../../../../src/poster/check-code.ts'
import { isDemo, readerLanguage } from '../print/villager.ts'
import { Ask } from './Ask.tsx'
import { Frame } from './Frame.tsx'
import { Scan } from './Scan.tsx'
import { codeWords } from './words.ts'

export const dynamic = 'force-dynamic'
export const metadata = { title: '海报核验 · 银盾 Silver Shield' }

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

const Page = async ({ searchParams }: Props) => {
  const language = await readerLanguage()
  const { code } = await searchParams
  const typed = typeof code === 'string' ? code.slice(0, 40) : ''
  const parsed = parseCode(typed)
  if (parsed !== null) redirect(`/v/${formatCode(parsed)}`)
  return (
    <Frame language={language} demo={await isDemo()}>
      <Ask language={language} typed={typed} fault={typed === '' ? null : codeWords(language).notCode} />
      <Scan language={language} />
    </Frame>
  )
}

export default Page
