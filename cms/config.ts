import path from 'node:path'
import { importDateFNSLocale } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig, type SanitizedConfig } from 'payload'
import { guardHelpers } from './access/locks.ts'
import { guardVersions } from './access/versions.ts'
import { editedGlobal } from './forms/edited.ts'
import { collections, WRITTEN, type Written } from './collections/index.ts'
import { inTownsTime, MINUTE_PATTERN } from './web/town-days.ts'
import { deskTranslations } from './base/translations.ts'
import { deskAdmin } from './base/wiring.ts'
import { database } from './database.ts'
import type { CmsEnvironment } from './base/environment.ts'
import { shapeErrors } from './errors/hook.ts'
import { town } from './globals/town.ts'
import { cleanedGlobal, cleanedHelpers } from './hooks/cleaned.ts'
import { payloadLog } from './log.ts'
import { noMail } from './no-mail.ts'
import { auditEndpoints } from './endpoints/audit.ts'
import { packEndpoint } from './endpoints/pack.ts'
import { importEndpoints } from './endpoints/imports.ts'
import { printEndpoints } from './endpoints/print.ts'
import { starterEndpoint } from './endpoints/starter.ts'
import { sendTask } from './notices/send.ts'
import { bulkTask } from './print/bulk.ts'
import { words } from './base/words.ts'
import { reconciledGlobal } from './writing/statement.ts'

const nobody = (): boolean => false

const here = (...parts: readonly string[]): string => path.resolve(/*turbopackIgnore: true*/ 'cms', ...parts)

const builtOf = (env: CmsEnvironment, written: Written): Promise<SanitizedConfig> =>
  buildConfig({
    secret: env.secret,
    db: database(env),
    collections: collections(env, written),
    email: noMail,
    globals: [reconciledGlobal(cleanedGlobal(editedGlobal(town)))],
    endpoints: [
      ...auditEndpoints(env),
      ...importEndpoints,
      ...printEndpoints(env),
      packEndpoint(env),
      starterEndpoint,
    ],
    // Jobs are begun, seen and stopped by doors of our own alone; a file waits with its row until it is fetched.
    jobs: {
      tasks: [bulkTask(env), sendTask(env)],
      deleteJobOnComplete: false,
      access: { queue: nobody, run: nobody, cancel: nobody },
      jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
        ...defaultJobsCollection,
        endpoints: [],
      }),
    },
    admin: {
      ...deskAdmin,
      user: 'users',
      avatar: 'default',
      dateFormat: MINUTE_PATTERN,
      timezones: {
        supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
        defaultTimezone: 'Asia/Shanghai',
      },
      meta: { titleSuffix: ' · 银盾', icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }] },
      importMap: { baseDir: here(), importMapFile: here('app/(payload)/admin/importMap.js') },
    },
    i18n: { fallbackLanguage: 'zh', supportedLanguages: { zh, en }, translations: deskTranslations },
    hooks: { afterError: [shapeErrors(env.dataDir)] },
    // Pages of the product run on plain http in a town's network too, where browsers send no Sec-Fetch-Site, so there is
    // no allow-list of origins; the session cookie is SameSite=Strict instead.
    cors: [],
    csrf: [],
    graphQL: { disable: true },
    telemetry: false,
    logger: payloadLog(env.production),
    defaultDepth: 1,
    maxDepth: 3,
    // Twice the limit of a picture, so that our own words say what is too large.
    upload: { limits: { fileSize: 80 * 1024 * 1024 }, abortOnLimit: true, defParamCharset: 'utf8' },
    folders: false,
    typescript: { outputFile: here('payload-types.ts') },
    custom: { product: words('银盾', 'Silver Shield'), publicUrl: env.publicUrl },
  })

/** The whole CMS for one environment; tests build it for each database, and with kinds of content of their own. */
export const configOf = async (env: CmsEnvironment, written: Written = WRITTEN): Promise<SanitizedConfig> => {
  // The titles of pages are written here, not in the browser.
  for (const { dateFNSKey } of [zh, en]) inTownsTime(await importDateFNSLocale(dateFNSKey))
  return cleanedHelpers(guardVersions(guardHelpers(await builtOf(env, written))))
}
