import config from '@payload-config'
import { generatePageMetadata } from '@payloadcms/next/views'
import type { Metadata } from 'next'

export type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Payload leaves pages of what is not there without a title; a window must say what it is (DESK-80). */
export const metadataOf = async ({ params, searchParams }: Args): Promise<Metadata> => {
  const found = await generatePageMetadata({ config, params, searchParams })
  return found.title ? found : { ...found, title: '没有这一页 · 银盾' }
}
