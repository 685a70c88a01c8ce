import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

/**
 * The column is made anew, not the table: dropping a table that others point to clears what points to it, since
 * `foreign_keys` cannot be switched off within a transaction, and people would be gone from all records.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`users_email_idx\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`username\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail\` text;`)
  await db.run(sql`UPDATE \`users\` SET \`mail\` = \`email\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`email\`;`)
  await db.run(sql`ALTER TABLE \`users\` RENAME COLUMN \`mail\` TO \`email\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
}

/** Who had no address is given one that nobody reads. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`users_username_idx\`;`)
  await db.run(sql`DROP INDEX \`users_email_idx\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail\` text DEFAULT '' NOT NULL;`)
  await db.run(sql`UPDATE \`users\` SET \`mail\` = COALESCE(\`email\`, \`id\` || '@town.example');`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`email\`;`)
  await db.run(sql`ALTER TABLE \`users\` RENAME COLUMN \`mail\` TO \`email\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`username\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
}
