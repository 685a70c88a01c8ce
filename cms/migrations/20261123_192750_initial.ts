import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`cases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`accent\` text,
  	\`fraud_class\` text,
  	\`story\` text,
  	\`photo_id\` text(36),
  	\`lesson\` text,
  	\`hotline_id\` text(36),
  	\`valid_until\` text,
  	\`unit_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`hotline_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_photo_idx\` ON \`cases\` (\`photo_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_hotline_idx\` ON \`cases\` (\`hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_unit_idx\` ON \`cases\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_at_idx\` ON \`cases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cases_created_at_idx\` ON \`cases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`cases__status_idx\` ON \`cases\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`cases_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_rels_order_idx\` ON \`cases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_parent_idx\` ON \`cases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_path_idx\` ON \`cases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_users_id_idx\` ON \`cases_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_accent\` text,
  	\`version_fraud_class\` text,
  	\`version_story\` text,
  	\`version_photo_id\` text(36),
  	\`version_lesson\` text,
  	\`version_hotline_id\` text(36),
  	\`version_valid_until\` text,
  	\`version_unit_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hotline_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_parent_idx\` ON \`_cases_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_photo_idx\` ON \`_cases_v\` (\`version_photo_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_hotline_idx\` ON \`_cases_v\` (\`version_hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_unit_idx\` ON \`_cases_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_updated_at_idx\` ON \`_cases_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_created_at_idx\` ON \`_cases_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version__status_idx\` ON \`_cases_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_created_at_idx\` ON \`_cases_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_updated_at_idx\` ON \`_cases_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_latest_idx\` ON \`_cases_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_autosave_idx\` ON \`_cases_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_order_idx\` ON \`_cases_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_parent_idx\` ON \`_cases_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_path_idx\` ON \`_cases_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_users_id_idx\` ON \`_cases_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`techniques_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`he_says\` text,
  	\`you_do\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_steps_order_idx\` ON \`techniques_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_steps_parent_id_idx\` ON \`techniques_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`techniques\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`accent\` text,
  	\`fraud_class\` text,
  	\`hotline_id\` text(36),
  	\`valid_until\` text,
  	\`unit_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hotline_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_hotline_idx\` ON \`techniques\` (\`hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`techniques_unit_idx\` ON \`techniques\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`techniques_updated_at_idx\` ON \`techniques\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`techniques_created_at_idx\` ON \`techniques\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`techniques__status_idx\` ON \`techniques\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`techniques_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_rels_order_idx\` ON \`techniques_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_rels_parent_idx\` ON \`techniques_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`techniques_rels_path_idx\` ON \`techniques_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`techniques_rels_users_id_idx\` ON \`techniques_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v_version_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`he_says\` text,
  	\`you_do\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_steps_order_idx\` ON \`_techniques_v_version_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_steps_parent_id_idx\` ON \`_techniques_v_version_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_accent\` text,
  	\`version_fraud_class\` text,
  	\`version_hotline_id\` text(36),
  	\`version_valid_until\` text,
  	\`version_unit_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hotline_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_parent_idx\` ON \`_techniques_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_version_hotline_idx\` ON \`_techniques_v\` (\`version_hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_version_unit_idx\` ON \`_techniques_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_version_updated_at_idx\` ON \`_techniques_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_version_created_at_idx\` ON \`_techniques_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_version__status_idx\` ON \`_techniques_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_created_at_idx\` ON \`_techniques_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_updated_at_idx\` ON \`_techniques_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_latest_idx\` ON \`_techniques_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_autosave_idx\` ON \`_techniques_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_rels_order_idx\` ON \`_techniques_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_rels_parent_idx\` ON \`_techniques_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_rels_path_idx\` ON \`_techniques_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_rels_users_id_idx\` ON \`_techniques_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`slogans\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`accent\` text,
  	\`hotline_id\` text(36),
  	\`valid_until\` text,
  	\`unit_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hotline_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`slogans_hotline_idx\` ON \`slogans\` (\`hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`slogans_unit_idx\` ON \`slogans\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`slogans_updated_at_idx\` ON \`slogans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`slogans_created_at_idx\` ON \`slogans\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`slogans__status_idx\` ON \`slogans\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`slogans_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`slogans_rels_order_idx\` ON \`slogans_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`slogans_rels_parent_idx\` ON \`slogans_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`slogans_rels_path_idx\` ON \`slogans_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`slogans_rels_users_id_idx\` ON \`slogans_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_slogans_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_text\` text,
  	\`version_accent\` text,
  	\`version_hotline_id\` text(36),
  	\`version_valid_until\` text,
  	\`version_unit_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hotline_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_slogans_v_parent_idx\` ON \`_slogans_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_version_hotline_idx\` ON \`_slogans_v\` (\`version_hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_version_unit_idx\` ON \`_slogans_v\` (\`version_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_version_updated_at_idx\` ON \`_slogans_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_version_created_at_idx\` ON \`_slogans_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_version__status_idx\` ON \`_slogans_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_created_at_idx\` ON \`_slogans_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_updated_at_idx\` ON \`_slogans_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_latest_idx\` ON \`_slogans_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_autosave_idx\` ON \`_slogans_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_slogans_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_slogans_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_slogans_v_rels_order_idx\` ON \`_slogans_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_rels_parent_idx\` ON \`_slogans_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_rels_path_idx\` ON \`_slogans_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_rels_users_id_idx\` ON \`_slogans_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text NOT NULL,
  	\`credit\` text,
  	\`original_name\` text,
  	\`sha256\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_sha256_idx\` ON \`media\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`hotlines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`prompt\` text NOT NULL,
  	\`scope\` text,
  	\`source\` text,
  	\`verified_on\` text,
  	\`verified_by\` text,
  	\`seal\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`hotlines_updated_at_idx\` ON \`hotlines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`hotlines_created_at_idx\` ON \`hotlines\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`submissions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`frozen\` text,
  	\`pages\` text,
  	\`assets\` text,
  	\`digest\` text,
  	\`submitted_by_id\` text(36),
  	\`submitted_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`submissions_submitted_by_idx\` ON \`submissions\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_updated_at_idx\` ON \`submissions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`submissions_created_at_idx\` ON \`submissions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`submissions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`techniques_id\` text(36),
  	\`slogans_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`techniques_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`slogans_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`submissions_rels_order_idx\` ON \`submissions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`submissions_rels_parent_idx\` ON \`submissions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_rels_path_idx\` ON \`submissions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`submissions_rels_cases_id_idx\` ON \`submissions_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_rels_techniques_id_idx\` ON \`submissions_rels\` (\`techniques_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_rels_slogans_id_idx\` ON \`submissions_rels\` (\`slogans_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_rels_users_id_idx\` ON \`submissions_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`approvals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`submission_id\` text(36),
  	\`decision\` text,
  	\`by_id\` text(36),
  	\`at\` text,
  	\`comment\` text,
  	\`seal\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_submission_idx\` ON \`approvals\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_by_idx\` ON \`approvals\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_updated_at_idx\` ON \`approvals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`approvals_created_at_idx\` ON \`approvals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`approvals_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`techniques_id\` text(36),
  	\`slogans_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`techniques_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`slogans_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_rels_order_idx\` ON \`approvals_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`approvals_rels_parent_idx\` ON \`approvals_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_rels_path_idx\` ON \`approvals_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`approvals_rels_cases_id_idx\` ON \`approvals_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_rels_techniques_id_idx\` ON \`approvals_rels\` (\`techniques_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_rels_slogans_id_idx\` ON \`approvals_rels\` (\`slogans_id\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`submission_id\` text(36),
  	\`digest\` text,
  	\`released_at\` text,
  	\`signature\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_submission_idx\` ON \`releases\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_updated_at_idx\` ON \`releases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_at_idx\` ON \`releases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`releases_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`techniques_id\` text(36),
  	\`slogans_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`techniques_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`slogans_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_rels_order_idx\` ON \`releases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_parent_idx\` ON \`releases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_path_idx\` ON \`releases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_cases_id_idx\` ON \`releases_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_techniques_id_idx\` ON \`releases_rels\` (\`techniques_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_slogans_id_idx\` ON \`releases_rels\` (\`slogans_id\`);`)
  await db.run(sql`CREATE TABLE \`derivations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`submission_id\` text(36),
  	\`grid\` text,
  	\`pages\` text,
  	\`assets\` text,
  	\`digest\` text,
  	\`signature\` text,
  	\`at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`derivations_submission_idx\` ON \`derivations\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`derivations_updated_at_idx\` ON \`derivations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`derivations_created_at_idx\` ON \`derivations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`playlists\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`playlists_updated_at_idx\` ON \`playlists\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`playlists_created_at_idx\` ON \`playlists\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`playlists_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`techniques_id\` text(36),
  	\`slogans_id\` text(36),
  	\`playlists_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`techniques_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`slogans_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`playlists_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`playlists_rels_order_idx\` ON \`playlists_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`playlists_rels_parent_idx\` ON \`playlists_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`playlists_rels_path_idx\` ON \`playlists_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`playlists_rels_cases_id_idx\` ON \`playlists_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`playlists_rels_techniques_id_idx\` ON \`playlists_rels\` (\`techniques_id\`);`)
  await db.run(sql`CREATE INDEX \`playlists_rels_slogans_id_idx\` ON \`playlists_rels\` (\`slogans_id\`);`)
  await db.run(sql`CREATE INDEX \`playlists_rels_playlists_id_idx\` ON \`playlists_rels\` (\`playlists_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules_weekdays\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_weekdays_order_idx\` ON \`schedules_weekdays\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`schedules_weekdays_parent_idx\` ON \`schedules_weekdays\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`playlist_id\` text(36) NOT NULL,
  	\`level\` text DEFAULT 'daily' NOT NULL,
  	\`from_date\` text NOT NULL,
  	\`until_date\` text,
  	\`from_time\` text DEFAULT '07:00' NOT NULL,
  	\`until_time\` text DEFAULT '21:30' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`playlist_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_playlist_idx\` ON \`schedules\` (\`playlist_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_updated_at_idx\` ON \`schedules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`schedules_created_at_idx\` ON \`schedules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`schedules_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`screens_id\` text(36),
  	\`places_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`screens_id\`) REFERENCES \`screens\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_rels_order_idx\` ON \`schedules_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_parent_idx\` ON \`schedules_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_path_idx\` ON \`schedules_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_screens_id_idx\` ON \`schedules_rels\` (\`screens_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_places_id_idx\` ON \`schedules_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE TABLE \`screens\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`place_id\` text(36) NOT NULL,
  	\`unit_id\` text(36),
  	\`responsible\` text,
  	\`width\` numeric NOT NULL,
  	\`height\` numeric NOT NULL,
  	\`pitch_mm\` numeric NOT NULL,
  	\`colour\` text DEFAULT 'full' NOT NULL,
  	\`ink\` text DEFAULT 'red',
  	\`distance_near\` numeric DEFAULT 3 NOT NULL,
  	\`distance_typical\` numeric DEFAULT 8 NOT NULL,
  	\`distance_far\` numeric DEFAULT 15 NOT NULL,
  	\`road_facing\` integer DEFAULT false,
  	\`indoor\` integer DEFAULT false,
  	\`hours_open\` text DEFAULT '07:00' NOT NULL,
  	\`hours_close\` text DEFAULT '21:30' NOT NULL,
  	\`audio_allowed\` integer DEFAULT false,
  	\`key\` text,
  	\`fingerprint\` text,
  	\`paired_at\` text,
  	\`last_seen_at\` text,
  	\`report\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`place_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`screens_place_idx\` ON \`screens\` (\`place_id\`);`)
  await db.run(sql`CREATE INDEX \`screens_unit_idx\` ON \`screens\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`screens_key_idx\` ON \`screens\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`screens_updated_at_idx\` ON \`screens\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`screens_created_at_idx\` ON \`screens\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`heads\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`group\` text,
  	\`programme\` text,
  	\`activate_at\` text,
  	\`lease_until\` text,
  	\`cause\` text,
  	\`body\` text,
  	\`signature\` text,
  	\`screens\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`heads_sequence_idx\` ON \`heads\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`heads_group_idx\` ON \`heads\` (\`group\`);`)
  await db.run(sql`CREATE INDEX \`heads_updated_at_idx\` ON \`heads\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`heads_created_at_idx\` ON \`heads\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`receipts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`screen_id\` text(36),
  	\`sequence\` numeric NOT NULL,
  	\`notified_at\` text,
  	\`fetched_at\` text,
  	\`verified_at\` text,
  	\`ready_at\` text,
  	\`showing_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`screen_id\`) REFERENCES \`screens\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`receipts_screen_idx\` ON \`receipts\` (\`screen_id\`);`)
  await db.run(sql`CREATE INDEX \`receipts_updated_at_idx\` ON \`receipts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`receipts_created_at_idx\` ON \`receipts\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`screen_sequence_idx\` ON \`receipts\` (\`screen_id\`,\`sequence\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`unit_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_unit_idx\` ON \`users\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`units\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text DEFAULT 'village' NOT NULL,
  	\`parent_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`units_parent_idx\` ON \`units\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`units_updated_at_idx\` ON \`units\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`units_created_at_idx\` ON \`units\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`places\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`place_type\` text DEFAULT 'community' NOT NULL,
  	\`unit_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`places_unit_idx\` ON \`places\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`places_updated_at_idx\` ON \`places\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`places_created_at_idx\` ON \`places\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`pairings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text,
  	\`key\` text,
  	\`fingerprint\` text,
  	\`expires_at\` text,
  	\`used_at\` text,
  	\`screen_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`screen_id\`) REFERENCES \`screens\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`pairings_code_idx\` ON \`pairings\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`pairings_key_idx\` ON \`pairings\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`pairings_screen_idx\` ON \`pairings\` (\`screen_id\`);`)
  await db.run(sql`CREATE INDEX \`pairings_updated_at_idx\` ON \`pairings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pairings_created_at_idx\` ON \`pairings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`at\` text,
  	\`actor_id\` text(36),
  	\`actor_name\` text,
  	\`action\` text,
  	\`subject\` text,
  	\`detail\` text,
  	\`prev\` text,
  	\`hash\` text,
  	\`seal\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_seq_idx\` ON \`audit\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`audit_at_idx\` ON \`audit\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_actor_idx\` ON \`audit\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_action_idx\` ON \`audit\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_subject_idx\` ON \`audit\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`audit_updated_at_idx\` ON \`audit\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_created_at_idx\` ON \`audit\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`techniques_id\` text(36),
  	\`slogans_id\` text(36),
  	\`media_id\` text(36),
  	\`hotlines_id\` text(36),
  	\`playlists_id\` text(36),
  	\`schedules_id\` text(36),
  	\`screens_id\` text(36),
  	\`users_id\` text(36),
  	\`units_id\` text(36),
  	\`places_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cases_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`techniques_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`slogans_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`hotlines_id\`) REFERENCES \`hotlines\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`playlists_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`schedules_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`screens_id\`) REFERENCES \`screens\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`units_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cases_id_idx\` ON \`payload_locked_documents_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_techniques_id_idx\` ON \`payload_locked_documents_rels\` (\`techniques_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_slogans_id_idx\` ON \`payload_locked_documents_rels\` (\`slogans_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_hotlines_id_idx\` ON \`payload_locked_documents_rels\` (\`hotlines_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_playlists_id_idx\` ON \`payload_locked_documents_rels\` (\`playlists_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_schedules_id_idx\` ON \`payload_locked_documents_rels\` (\`schedules_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_screens_id_idx\` ON \`payload_locked_documents_rels\` (\`screens_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_units_id_idx\` ON \`payload_locked_documents_rels\` (\`units_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_places_id_idx\` ON \`payload_locked_documents_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`town\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`demo\` integer DEFAULT false,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`cases\`;`)
  await db.run(sql`DROP TABLE \`cases_rels\`;`)
  await db.run(sql`DROP TABLE \`_cases_v\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_rels\`;`)
  await db.run(sql`DROP TABLE \`techniques_steps\`;`)
  await db.run(sql`DROP TABLE \`techniques\`;`)
  await db.run(sql`DROP TABLE \`techniques_rels\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_steps\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_rels\`;`)
  await db.run(sql`DROP TABLE \`slogans\`;`)
  await db.run(sql`DROP TABLE \`slogans_rels\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v_rels\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`hotlines\`;`)
  await db.run(sql`DROP TABLE \`submissions\`;`)
  await db.run(sql`DROP TABLE \`submissions_rels\`;`)
  await db.run(sql`DROP TABLE \`approvals\`;`)
  await db.run(sql`DROP TABLE \`approvals_rels\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`releases_rels\`;`)
  await db.run(sql`DROP TABLE \`derivations\`;`)
  await db.run(sql`DROP TABLE \`playlists\`;`)
  await db.run(sql`DROP TABLE \`playlists_rels\`;`)
  await db.run(sql`DROP TABLE \`schedules_weekdays\`;`)
  await db.run(sql`DROP TABLE \`schedules\`;`)
  await db.run(sql`DROP TABLE \`schedules_rels\`;`)
  await db.run(sql`DROP TABLE \`screens\`;`)
  await db.run(sql`DROP TABLE \`heads\`;`)
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`units\`;`)
  await db.run(sql`DROP TABLE \`places\`;`)
  await db.run(sql`DROP TABLE \`pairings\`;`)
  await db.run(sql`DROP TABLE \`audit\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`town\`;`)
}
