import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`factors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`secret\` text,
  	\`since\` text,
  	\`last_step\` numeric,
  	\`recovery\` text,
  	\`pending\` text,
  	\`pending_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`factors_person_idx\` ON \`factors\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`factors_updated_at_idx\` ON \`factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`factors_created_at_idx\` ON \`factors\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`users_sessions\` ADD \`factor_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`second_factor\` integer;`)
  await db.run(sql`ALTER TABLE \`town\` ADD \`second_factor\` text DEFAULT 'off';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`factors\`;`)
  await db.run(sql`ALTER TABLE \`users_sessions\` DROP COLUMN \`factor_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`second_factor\`;`)
  await db.run(sql`ALTER TABLE \`town\` DROP COLUMN \`second_factor\`;`)
}
