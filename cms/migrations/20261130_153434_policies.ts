import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`cases_sensitive\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_sensitive_order_idx\` ON \`cases_sensitive\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_sensitive_parent_idx\` ON \`cases_sensitive\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v_version_sensitive\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_version_sensitive_order_idx\` ON \`_cases_v_version_sensitive\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_sensitive_parent_idx\` ON \`_cases_v_version_sensitive\` (\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`sync_note\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_sync_note\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`risk\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`cases_sensitive\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_sensitive\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`sync_note\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_sync_note\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`risk\`;`)
}
