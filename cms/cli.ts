/** Payload's own commands (`npm run payload -- generate:types`), on this project's config. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const MIGRATIONS = path.resolve('cms/migrations')

/** Payload writes type imports as values and names arguments it does not use; neither loads as it stands here. */
const tidyMigrations = (): void => {
  for (const name of readdirSync(MIGRATIONS).filter((file) => file.endsWith('.ts'))) {
    const file = path.join(MIGRATIONS, name)
    const written = readFileSync(file, 'utf8')
    const tidied = written
      .replace('{ MigrateUpArgs, MigrateDownArgs, sql }', '{ type MigrateUpArgs, type MigrateDownArgs, sql }')
      .replaceAll('({ db, payload, req }:', '({ db }:')
      .replace(/from '(\.\/[^']+?)(?<!\.ts)'/g, "from '$1.ts'")
    if (tidied !== written) writeFileSync(file, tidied)
  }
}

process.env.PAYLOAD_CONFIG_PATH ??= path.resolve('cms/payload.config.ts')
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.on('exit', tidyMigrations)

// Not exported by name; its bin.js would load tsx a second time.
const entry = pathToFileURL(path.resolve('node_modules/payload/dist/bin/index.js')).href
const { bin } = (await import(entry)) as { bin: () => Promise<void> }
await bin()
