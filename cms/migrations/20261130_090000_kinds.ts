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
  await db.run(sql`CREATE TABLE \`cases_stages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cases_stages_order_idx\` ON \`cases_stages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_stages_parent_idx\` ON \`cases_stages\` (\`parent_id\`);`)
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
  await db.run(sql`CREATE TABLE \`_cases_v_version_stages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_cases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_cases_v_version_stages_order_idx\` ON \`_cases_v_version_stages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_stages_parent_idx\` ON \`_cases_v_version_stages\` (\`parent_id\`);`)
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
  await db.run(sql`CREATE TABLE \`techniques_stages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`techniques\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`techniques_stages_order_idx\` ON \`techniques_stages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`techniques_stages_parent_idx\` ON \`techniques_stages\` (\`parent_id\`);`)
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
  await db.run(sql`CREATE TABLE \`_techniques_v_version_stages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_techniques_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_stages_order_idx\` ON \`_techniques_v_version_stages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_stages_parent_idx\` ON \`_techniques_v_version_stages\` (\`parent_id\`);`)
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
  await db.run(sql`CREATE TABLE \`slogans_stages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`slogans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`slogans_stages_order_idx\` ON \`slogans_stages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`slogans_stages_parent_idx\` ON \`slogans_stages\` (\`parent_id\`);`)
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
  await db.run(sql`CREATE TABLE \`_slogans_v_version_stages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_slogans_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_stages_order_idx\` ON \`_slogans_v_version_stages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_stages_parent_idx\` ON \`_slogans_v_version_stages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_stages\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`stage\` text DEFAULT 'mobilise' NOT NULL,
  	\`name\` text,
  	\`from_date\` text NOT NULL,
  	\`until_date\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_stages_order_idx\` ON \`campaigns_stages\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_stages_parent_id_idx\` ON \`campaigns_stages\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_themes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_themes_order_idx\` ON \`campaigns_themes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_themes_parent_idx\` ON \`campaigns_themes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_goals\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`theme\` text NOT NULL,
  	\`place_type\` text NOT NULL,
  	\`minutes\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_goals_order_idx\` ON \`campaigns_goals\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_goals_parent_id_idx\` ON \`campaigns_goals\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`document_no\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_updated_at_idx\` ON \`campaigns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_created_at_idx\` ON \`campaigns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`units_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`units_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_rels_order_idx\` ON \`campaigns_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_parent_idx\` ON \`campaigns_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_path_idx\` ON \`campaigns_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_rels_units_id_idx\` ON \`campaigns_rels\` (\`units_id\`);`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`status\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`outcome\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`official_class\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`method\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`amount\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`law_note\` text;`)
  await db.run(sql`ALTER TABLE \`cases\` ADD \`campaign_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`cases_campaign_idx\` ON \`cases\` (\`campaign_id\`);`)
  await db.run(sql`ALTER TABLE \`cases_rels\` ADD \`techniques_id\` text(36) REFERENCES techniques(id);`)
  await db.run(sql`CREATE INDEX \`cases_rels_techniques_id_idx\` ON \`cases_rels\` (\`techniques_id\`);`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_status\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_outcome\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_official_class\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_method\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_amount\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_law_note\` text;`)
  await db.run(sql`ALTER TABLE \`_cases_v\` ADD \`version_campaign_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`_cases_v_version_version_campaign_idx\` ON \`_cases_v\` (\`version_campaign_id\`);`)
  await db.run(sql`ALTER TABLE \`_cases_v_rels\` ADD \`techniques_id\` text(36) REFERENCES techniques(id);`)
  await db.run(sql`CREATE INDEX \`_cases_v_rels_techniques_id_idx\` ON \`_cases_v_rels\` (\`techniques_id\`);`)
  await db.run(sql`ALTER TABLE \`techniques_steps\` ADD \`part\` text;`)
  await db.run(sql`ALTER TABLE \`techniques\` ADD \`official_class\` text;`)
  await db.run(sql`ALTER TABLE \`techniques\` ADD \`method\` text;`)
  await db.run(sql`ALTER TABLE \`techniques\` ADD \`campaign_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`techniques_campaign_idx\` ON \`techniques\` (\`campaign_id\`);`)
  await db.run(sql`ALTER TABLE \`_techniques_v_version_steps\` ADD \`part\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` ADD \`version_official_class\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` ADD \`version_method\` text;`)
  await db.run(sql`ALTER TABLE \`_techniques_v\` ADD \`version_campaign_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_version_version_campaign_idx\` ON \`_techniques_v\` (\`version_campaign_id\`);`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`occasion\` text;`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`official_class\` text;`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`method\` text;`)
  await db.run(sql`ALTER TABLE \`slogans\` ADD \`campaign_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`slogans_campaign_idx\` ON \`slogans\` (\`campaign_id\`);`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_occasion\` text;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_official_class\` text;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_method\` text;`)
  await db.run(sql`ALTER TABLE \`_slogans_v\` ADD \`version_campaign_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_version_version_campaign_idx\` ON \`_slogans_v\` (\`version_campaign_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`campaigns_id\` text(36) REFERENCES campaigns(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`cases_channels\`;`)
  await db.run(sql`DROP TABLE \`cases_audience\`;`)
  await db.run(sql`DROP TABLE \`cases_place_types\`;`)
  await db.run(sql`DROP TABLE \`cases_stages\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_channels\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_place_types\`;`)
  await db.run(sql`DROP TABLE \`_cases_v_version_stages\`;`)
  await db.run(sql`DROP TABLE \`techniques_red_flags\`;`)
  await db.run(sql`DROP TABLE \`techniques_channels\`;`)
  await db.run(sql`DROP TABLE \`techniques_audience\`;`)
  await db.run(sql`DROP TABLE \`techniques_place_types\`;`)
  await db.run(sql`DROP TABLE \`techniques_stages\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_red_flags\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_channels\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_place_types\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v_version_stages\`;`)
  await db.run(sql`DROP TABLE \`slogans_audience\`;`)
  await db.run(sql`DROP TABLE \`slogans_place_types\`;`)
  await db.run(sql`DROP TABLE \`slogans_stages\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v_version_place_types\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v_version_stages\`;`)
  await db.run(sql`DROP TABLE \`campaigns_stages\`;`)
  await db.run(sql`DROP TABLE \`campaigns_themes\`;`)
  await db.run(sql`DROP TABLE \`campaigns_goals\`;`)
  await db.run(sql`DROP TABLE \`campaigns\`;`)
  await db.run(sql`DROP TABLE \`campaigns_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_cases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`accent\` text,
  	\`fraud_class\` text,
  	\`story\` text,
  	\`beat_accents\` text,
  	\`photo_id\` text(36),
  	\`lesson\` text,
  	\`source\` text,
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
  await db.run(sql`INSERT INTO \`__new_cases\`("id", "title", "accent", "fraud_class", "story", "beat_accents", "photo_id", "lesson", "source", "hotline_id", "valid_until", "unit_id", "updated_at", "created_at", "_status") SELECT "id", "title", "accent", "fraud_class", "story", "beat_accents", "photo_id", "lesson", "source", "hotline_id", "valid_until", "unit_id", "updated_at", "created_at", "_status" FROM \`cases\`;`)
  await db.run(sql`DROP TABLE \`cases\`;`)
  await db.run(sql`ALTER TABLE \`__new_cases\` RENAME TO \`cases\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`cases_photo_idx\` ON \`cases\` (\`photo_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_hotline_idx\` ON \`cases\` (\`hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_unit_idx\` ON \`cases\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_updated_at_idx\` ON \`cases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cases_created_at_idx\` ON \`cases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`cases__status_idx\` ON \`cases\` (\`_status\`);`)
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
  await db.run(sql`CREATE INDEX \`cases_rels_order_idx\` ON \`cases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_parent_idx\` ON \`cases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_path_idx\` ON \`cases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`cases_rels_users_id_idx\` ON \`cases_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__cases_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_accent\` text,
  	\`version_fraud_class\` text,
  	\`version_story\` text,
  	\`version_beat_accents\` text,
  	\`version_photo_id\` text(36),
  	\`version_lesson\` text,
  	\`version_source\` text,
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
  await db.run(sql`INSERT INTO \`__new__cases_v\`("id", "parent_id", "version_title", "version_accent", "version_fraud_class", "version_story", "version_beat_accents", "version_photo_id", "version_lesson", "version_source", "version_hotline_id", "version_valid_until", "version_unit_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_accent", "version_fraud_class", "version_story", "version_beat_accents", "version_photo_id", "version_lesson", "version_source", "version_hotline_id", "version_valid_until", "version_unit_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_cases_v\`;`)
  await db.run(sql`DROP TABLE \`_cases_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__cases_v\` RENAME TO \`_cases_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_techniques\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`accent\` text,
  	\`fraud_class\` text,
  	\`beat_accents\` text,
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
  await db.run(sql`INSERT INTO \`__new_techniques\`("id", "title", "accent", "fraud_class", "beat_accents", "hotline_id", "valid_until", "unit_id", "updated_at", "created_at", "_status") SELECT "id", "title", "accent", "fraud_class", "beat_accents", "hotline_id", "valid_until", "unit_id", "updated_at", "created_at", "_status" FROM \`techniques\`;`)
  await db.run(sql`DROP TABLE \`techniques\`;`)
  await db.run(sql`ALTER TABLE \`__new_techniques\` RENAME TO \`techniques\`;`)
  await db.run(sql`CREATE INDEX \`techniques_hotline_idx\` ON \`techniques\` (\`hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`techniques_unit_idx\` ON \`techniques\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`techniques_updated_at_idx\` ON \`techniques\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`techniques_created_at_idx\` ON \`techniques\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`techniques__status_idx\` ON \`techniques\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__techniques_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_accent\` text,
  	\`version_fraud_class\` text,
  	\`version_beat_accents\` text,
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
  await db.run(sql`INSERT INTO \`__new__techniques_v\`("id", "parent_id", "version_title", "version_accent", "version_fraud_class", "version_beat_accents", "version_hotline_id", "version_valid_until", "version_unit_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_title", "version_accent", "version_fraud_class", "version_beat_accents", "version_hotline_id", "version_valid_until", "version_unit_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_techniques_v\`;`)
  await db.run(sql`DROP TABLE \`_techniques_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__techniques_v\` RENAME TO \`_techniques_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_slogans\` (
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
  await db.run(sql`INSERT INTO \`__new_slogans\`("id", "text", "accent", "hotline_id", "valid_until", "unit_id", "updated_at", "created_at", "_status") SELECT "id", "text", "accent", "hotline_id", "valid_until", "unit_id", "updated_at", "created_at", "_status" FROM \`slogans\`;`)
  await db.run(sql`DROP TABLE \`slogans\`;`)
  await db.run(sql`ALTER TABLE \`__new_slogans\` RENAME TO \`slogans\`;`)
  await db.run(sql`CREATE INDEX \`slogans_hotline_idx\` ON \`slogans\` (\`hotline_id\`);`)
  await db.run(sql`CREATE INDEX \`slogans_unit_idx\` ON \`slogans\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`slogans_updated_at_idx\` ON \`slogans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`slogans_created_at_idx\` ON \`slogans\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`slogans__status_idx\` ON \`slogans\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__slogans_v\` (
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
  await db.run(sql`INSERT INTO \`__new__slogans_v\`("id", "parent_id", "version_text", "version_accent", "version_hotline_id", "version_valid_until", "version_unit_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_text", "version_accent", "version_hotline_id", "version_valid_until", "version_unit_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_slogans_v\`;`)
  await db.run(sql`DROP TABLE \`_slogans_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__slogans_v\` RENAME TO \`_slogans_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`cases_id\` text(36),
  	\`techniques_id\` text(36),
  	\`slogans_id\` text(36),
  	\`media_id\` text(36),
  	\`hotlines_id\` text(36),
  	\`terms_id\` text(36),
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
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`playlists_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`schedules_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`screens_id\`) REFERENCES \`screens\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`units_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "cases_id", "techniques_id", "slogans_id", "media_id", "hotlines_id", "terms_id", "playlists_id", "schedules_id", "screens_id", "users_id", "units_id", "places_id") SELECT "id", "order", "parent_id", "path", "cases_id", "techniques_id", "slogans_id", "media_id", "hotlines_id", "terms_id", "playlists_id", "schedules_id", "screens_id", "users_id", "units_id", "places_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cases_id_idx\` ON \`payload_locked_documents_rels\` (\`cases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_techniques_id_idx\` ON \`payload_locked_documents_rels\` (\`techniques_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_slogans_id_idx\` ON \`payload_locked_documents_rels\` (\`slogans_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_hotlines_id_idx\` ON \`payload_locked_documents_rels\` (\`hotlines_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_playlists_id_idx\` ON \`payload_locked_documents_rels\` (\`playlists_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_schedules_id_idx\` ON \`payload_locked_documents_rels\` (\`schedules_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_screens_id_idx\` ON \`payload_locked_documents_rels\` (\`screens_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_units_id_idx\` ON \`payload_locked_documents_rels\` (\`units_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_places_id_idx\` ON \`payload_locked_documents_rels\` (\`places_id\`);`)
  await db.run(sql`ALTER TABLE \`techniques_steps\` DROP COLUMN \`part\`;`)
  await db.run(sql`ALTER TABLE \`_techniques_v_version_steps\` DROP COLUMN \`part\`;`)
}
