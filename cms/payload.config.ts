import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import { collections } from './collections/index.ts'
import { database } from './database.ts'
import { readEnvironment } from './environment.ts'
import { shapeErrors } from './errors/hook.ts'
import { town } from './globals/town.ts'
import { words } from './words.ts'

const env = readEnvironment(process.env)
const here = (...parts: readonly string[]): string => path.resolve(/*turbopackIgnore: true*/ 'cms', ...parts)

export default buildConfig({
  secret: env.secret,
  db: database(env),
  collections: collections(env),
  globals: [town],
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'yyyy年M月d日 HH:mm',
    timezones: {
      supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
      defaultTimezone: 'Asia/Shanghai',
    },
    meta: { titleSuffix: ' · 银盾' },
    importMap: { baseDir: here(), importMapFile: here('app/(payload)/admin/importMap.js') },
  },
  i18n: { fallbackLanguage: 'zh', supportedLanguages: { zh, en } },
  hooks: { afterError: [shapeErrors(env.dataDir)] },
  // Pages of the product run on plain http in a town's network too, where browsers send no Sec-Fetch-Site, so there is
  // no allow-list of origins; the session cookie is SameSite=Strict instead.
  cors: [],
  csrf: [],
  graphQL: { disable: true },
  telemetry: false,
  defaultDepth: 1,
  maxDepth: 3,
  // Twice the limit of a picture, so that our own words say what is too large.
  upload: { limits: { fileSize: 80 * 1024 * 1024 }, abortOnLimit: true, defParamCharset: 'utf8' },
  folders: false,
  typescript: { outputFile: here('payload-types.ts') },
  custom: { product: words('银盾', 'Silver Shield') },
})
