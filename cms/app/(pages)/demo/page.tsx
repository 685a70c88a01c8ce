import config from '@payload-config'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload } from 'payload'
import { Wall } from './Wall.tsx'
import type { Language } from './words.ts'

export const dynamic = 'force-dynamic'
export const metadata = { title: '现场大屏 · 银盾 Silver Shield' }

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Same cookie as the desk: who reads the desk in English reads this in English. */
const languageOf = async (asked: string | string[] | undefined): Promise<Language> => {
  if (asked === 'en' || asked === 'zh') return asked
  return (await cookies()).get('payload-lng')?.value === 'en' ? 'en' : 'zh'
}

const Page = async ({ searchParams }: Props) => {
  const payload = await getPayload({ config })
  const town = await payload.findGlobal({ slug: 'town' })
  if (town.demo !== true) notFound()
  return <Wall town={town.name ?? ''} language={await languageOf((await searchParams)['lang'])} />
}

export default Page
