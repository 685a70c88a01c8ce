import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases\` ADD \`beat_accents\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_beat_accents\` text;`)
  await db.run(sql`ALTER TABLE \`techniques\` ADD \`beat_accents\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` ADD \`version_beat_accents\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`beat_accents\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_beat_accents\`;`)
  await db.run(sql`ALTER TABLE \`techniques\` DROP COLUMN \`beat_accents\`;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` DROP COLUMN \`version_beat_accents\`;`)
}
