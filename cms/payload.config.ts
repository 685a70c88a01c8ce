import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import { users } from './collections/users/index.ts'
import { database } from './database.ts'
import { readEnvironment } from './environment.ts'

const env = readEnvironment(process.env)

export default buildConfig({
  secret: env.secret,
  db: database(env),
  collections: [users],
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'yyyy年M月d日 HH:mm',
    timezones: {
      supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
      defaultTimezone: 'Asia/Shanghai',
    },
    importMap: {
      baseDir: path.resolve('cms'),
      importMapFile: path.resolve('cms/app/(payload)/admin/importMap.js'),
    },
  },
  i18n: { fallbackLanguage: 'zh', supportedLanguages: { zh, en } },
  graphQL: { disable: true },
  telemetry: false,
  defaultDepth: 1,
  maxDepth: 3,
  typescript: { outputFile: path.resolve('cms/payload-types.ts') },
})
