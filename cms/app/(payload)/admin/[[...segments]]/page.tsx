import config from '@payload-config'
import { RootPage } from '@payloadcms/next/views'
import { cookies } from 'next/headers'
import { getPayload } from 'payload'
import { SignInPage } from '../../../../components/sign-in/SignInPage.tsx'
import { withoutGhosts } from '../../../../forms/unborn.ts'
import { importMap } from '../importMap.js'
import { metadataOf, type Args } from '../metadata.ts'

export const generateMetadata = metadataOf

const ofPayload = ({ params, searchParams }: Args, isNew: boolean) =>
  RootPage({ config: isNew ? withoutGhosts(config) : config, params, searchParams, importMap })

const Page = async ({ params, searchParams }: Args) => {
  const { segments } = await params
  if (segments?.[0] === 'login') {
    const language = (await cookies()).get('payload-lng')?.value
    const { redirect: wanted } = await searchParams
    return <SignInPage payload={await getPayload({ config })} language={language} wanted={wanted} />
  }
  return ofPayload({ params, searchParams }, segments?.[2] === 'create')
}

export default Page
