import config from '@payload-config'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { generatePageMetadata } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { OWN_PAGES } from '../../../base/wiring.ts'
import { deskLanguage } from '../../../web/language.ts'

export type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

const titleOf = async ({ params }: Args): Promise<string | null> => {
  const { segments } = await params
  // The first page has none.
  const own = Array.isArray(segments) ? OWN_PAGES[segments.join('/')] : undefined
  if (!own) return null
  const { language } = await getNextRequestI18n({ config: await config })
  return `${own[deskLanguage(language)]} · 银盾`
}

/**
 * Payload leaves pages of what is not there without a title, and calls pages of ours by its own name; a window must say what
 * it is (DESK-80).
 */
export const metadataOf = async (args: Args): Promise<Metadata> => {
  const own = await titleOf(args)
  if (own) return { title: own }
  const found = await generatePageMetadata({ config, params: args.params, searchParams: args.searchParams })
  return found.title ? found : { ...found, title: '没有这一页 · 银盾' }
}
