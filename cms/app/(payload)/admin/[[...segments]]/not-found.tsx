import config from '@payload-config'
import { NotFoundPage } from '@payloadcms/next/views'
import { importMap } from '../importMap.js'
import { metadataOf, type Args } from '../metadata.ts'

export const generateMetadata = metadataOf

const Page = ({ params, searchParams }: Args) => NotFoundPage({ config, params, searchParams, importMap })

export default Page
