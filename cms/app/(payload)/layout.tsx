import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { lockingOwnRows } from '../../access/locks.ts'
import { EarlyPresses } from '../../components/early/EarlyPresses.tsx'
import { neverStale } from '../../writing/form-state.ts'
import { importMap } from './admin/importMap.js'
import './custom.scss'
import './account.scss'
import './audit.scss'
import './imports.scss'
import './notices.scss'
import './lists.scss'
import './review.scss'
import './sign-in.scss'
import './writing.scss'
import './content.scss'
import './records.scss'

const serverFunctions: Parameters<typeof handleServerFunctions>[0]['serverFunctions'] = {
  'form-state': async (args) => buildFormStateHandler(neverStale(await lockingOwnRows(args as never))),
}

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap, serverFunctions })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    <EarlyPresses>{children}</EarlyPresses>
  </RootLayout>
)

export default Layout
