import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`cases_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_channels_order_idx\` ON \`cases_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_channels_parent_idx\` ON \`cases_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`cases_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_audience_order_idx\` ON \`cases_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_audience_parent_idx\` ON \`cases_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`cases_place_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_place_types_order_idx\` ON \`cases_place_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_place_types_parent_idx\` ON \`cases_place_types\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v_version_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_version_channels_order_idx\` ON \`_cases_v_version_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_channels_parent_idx\` ON \`_cases_v_version_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v_version_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_version_audience_order_idx\` ON \`_cases_v_version_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_audience_parent_idx\` ON \`_cases_v_version_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_cases_v_version_place_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_version_place_types_order_idx\` ON \`_cases_v_version_place_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_place_types_parent_idx\` ON \`_cases_v_version_place_types\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`techniques_red_flags\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_red_flags_order_idx\` ON \`techniques_red_flags\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_red_flags_parent_idx\` ON \`techniques_red_flags\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`techniques_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_channels_order_idx\` ON \`techniques_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_channels_parent_idx\` ON \`techniques_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`techniques_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_audience_order_idx\` ON \`techniques_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_audience_parent_idx\` ON \`techniques_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`techniques_place_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_place_types_order_idx\` ON \`techniques_place_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_place_types_parent_idx\` ON \`techniques_place_types\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v_version_red_flags\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_red_flags_order_idx\` ON \`_techniques_v_version_red_flags\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_red_flags_parent_idx\` ON \`_techniques_v_version_red_flags\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v_version_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_channels_order_idx\` ON \`_techniques_v_version_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_channels_parent_idx\` ON \`_techniques_v_version_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v_version_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_audience_order_idx\` ON \`_techniques_v_version_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_audience_parent_idx\` ON \`_techniques_v_version_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_techniques_v_version_place_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_place_types_order_idx\` ON \`_techniques_v_version_place_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_place_types_parent_idx\` ON \`_techniques_v_version_place_types\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`slogans_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`slogans_audience_order_idx\` ON \`slogans_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`slogans_audience_parent_idx\` ON \`slogans_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`slogans_place_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`slogans_place_types_order_idx\` ON \`slogans_place_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`slogans_place_types_parent_idx\` ON \`slogans_place_types\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_slogans_v_version_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_slogans_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_audience_order_idx\` ON \`_slogans_v_version_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_audience_parent_idx\` ON \`_slogans_v_version_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_slogans_v_version_place_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_slogans_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_place_types_order_idx\` ON \`_slogans_v_version_place_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_place_types_parent_idx\` ON \`_slogans_v_version_place_types\` (\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`status\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`outcome\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`official_class\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`method\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`amount\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`law_note\` text;`)
  await db.run(sql`ALTER TABLE \`cases_rels\` ADD \`techniques_id\` text(36) REFERENCES techniques(id);`)
  await db.run(sql`CREATE INDEX \`cases_rels_techniques_id_idx\` ON \`cases_rels\` (\`techniques_id\`);`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_status\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_outcome\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_official_class\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_method\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_amount\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_law_note\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v_rels\` ADD \`techniques_id\` text(36) REFERENCES techniques(id);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_techniques_id_idx\` ON \`_cases_v_rels\` (\`techniques_id\`);`)
  await db.run(sql`ALTER TABLE \`techniques_steps\` ADD \`part\` text;`)
  await db.run(sql`ALTER TABLE \`techniques\` ADD \`official_class\` text;`)
  await db.run(sql`ALTER TABLE \`techniques\` ADD \`method\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v_version_steps\` ADD \`part\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` ADD \`version_official_class\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` ADD \`version_method\` text;`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`occasion\` text;`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`official_class\` text;`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`method\` text;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_occasion\` text;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_official_class\` text;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_method\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`cases_channels\`;`)
  await db.run(sql`DROP TABLE \`cases_audience\`;`)
  await db.run(sql`DROP TABLE \`cases_place_types\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_channels\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_place_types\`;`)
  await db.run(sql`DROP TABLE \`techniques_red_flags\`;`)
  await db.run(sql`DROP TABLE \`techniques_channels\`;`)
  await db.run(sql`DROP TABLE \`techniques_audience\`;`)
  await db.run(sql`DROP TABLE \`techniques_place_types\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_red_flags\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_channels\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_place_types\`;`)
  await db.run(sql`DROP TABLE \`slogans_audience\`;`)
  await db.run(sql`DROP TABLE \`slogans_place_types\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v_version_place_types\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_cases_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_cases_rels\`("id", "order", "parent_id", "path", "users_id") SELECT "id", "order", "parent_id", "path", "users_id" FROM \`cases_rels\`;`)
  await db.run(sql`DROP TABLE \`cases_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_cases_rels\` RENAME TO \`cases_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`cases_rels_order_idx\` ON \`cases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_parent_idx\` ON \`cases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_path_idx\` ON \`cases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_users_id_idx\` ON \`cases_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__cases_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__cases_v_rels\`("id", "order", "parent_id", "path", "users_id") SELECT "id", "order", "parent_id", "path", "users_id" FROM \`_cases_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__cases_v_rels\` RENAME TO \`_cases_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_order_idx\` ON \`_cases_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_parent_idx\` ON \`_cases_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_path_idx\` ON \`_cases_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_users_id_idx\` ON \`_cases_v_rels\` (\`users_id\`);`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`status\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`outcome\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`official_class\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`method\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`amount\`;`)
  await db.run(sql`ALTER TABLE \`cases\` DROP COLUMN \`law_note\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_status\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_outcome\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_official_class\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_method\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_amount\`;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` DROP COLUMN \`version_law_note\`;`)
  await db.run(sql`ALTER TABLE \`techniques_steps\` DROP COLUMN \`part\`;`)
  await db.run(sql`ALTER TABLE \`techniques\` DROP COLUMN \`official_class\`;`)
  await db.run(sql`ALTER TABLE \`techniques\` DROP COLUMN \`method\`;`)
  await db.run(sql`ALTER TABLE \`_techniques_v_version_steps\` DROP COLUMN \`part\`;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` DROP COLUMN \`version_official_class\`;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` DROP COLUMN \`version_method\`;`)
  await db.run(sql`ALTER TABLE \`slogans\` DROP COLUMN \`occasion\`;`)
  await db.run(sql`ALTER TABLE \`slogans\` DROP COLUMN \`official_class\`;`)
  await db.run(sql`ALTER TABLE \`slogans\` DROP COLUMN \`method\`;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` DROP COLUMN \`version_occasion\`;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` DROP COLUMN \`version_official_class\`;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` DROP COLUMN \`version_method\`;`)
}
