import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases\` ADD \`source\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_source\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`source\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_source\`;`)
}
