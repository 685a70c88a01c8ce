import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`prints\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`code\` text,
  	\`release_id\` text(36),
  	\`template_name\` text,
  	\`template\` text,
  	\`template_version\` numeric,
  	\`unit_id\` text(36),
  	\`printed_by_id\` text(36),
  	\`at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`printed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`prints_code_idx\` ON \`prints\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`prints_release_idx\` ON \`prints\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`prints_unit_idx\` ON \`prints\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`prints_printed_by_idx\` ON \`prints\` (\`printed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`prints_updated_at_idx\` ON \`prints\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`prints_created_at_idx\` ON \`prints\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`postings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`code\` text,
  	\`print_id\` text(36),
  	\`release_id\` text(36),
  	\`unit_id\` text(36),
  	\`place_id\` text(36),
  	\`photo_id\` text(36),
  	\`posted_at\` text,
  	\`until\` text,
  	\`posted_by_id\` text(36),
  	\`taken_down_at\` text,
  	\`taken_down_photo_id\` text(36),
  	\`taken_down_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`print_id\`) REFERENCES \`prints\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`place_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`posting_photos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`posted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`taken_down_photo_id\`) REFERENCES \`posting_photos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`taken_down_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`postings_code_idx\` ON \`postings\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`postings_print_idx\` ON \`postings\` (\`print_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_release_idx\` ON \`postings\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_unit_idx\` ON \`postings\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_place_idx\` ON \`postings\` (\`place_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_photo_idx\` ON \`postings\` (\`photo_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_posted_by_idx\` ON \`postings\` (\`posted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_taken_down_photo_idx\` ON \`postings\` (\`taken_down_photo_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_taken_down_by_idx\` ON \`postings\` (\`taken_down_by_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_updated_at_idx\` ON \`postings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`postings_created_at_idx\` ON \`postings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`posting_photos\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unit_id\` text(36),
  	\`sha256\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`posting_photos_unit_idx\` ON \`posting_photos\` (\`unit_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`posting_photos_sha256_idx\` ON \`posting_photos\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`posting_photos_updated_at_idx\` ON \`posting_photos\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posting_photos_created_at_idx\` ON \`posting_photos\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`posting_photos_filename_idx\` ON \`posting_photos\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`poster_templates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`name_en\` text,
  	\`template\` text,
  	\`version\` numeric,
  	\`edition\` text,
  	\`installed_by_id\` text(36),
  	\`at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`installed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`poster_templates_edition_idx\` ON \`poster_templates\` (\`edition\`);`)
  await db.run(sql`CREATE INDEX \`poster_templates_installed_by_idx\` ON \`poster_templates\` (\`installed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`poster_templates_updated_at_idx\` ON \`poster_templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`poster_templates_created_at_idx\` ON \`poster_templates\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`hotlines\` ADD \`confirm_by\` text;`)
  await db.run(sql`ALTER TABLE \`units\` ADD \`full_name\` text;`)
  await db.run(sql`ALTER TABLE \`units\` ADD \`contact_name\` text;`)
  await db.run(sql`ALTER TABLE \`units\` ADD \`contact_number\` text;`)
  await db.run(sql`ALTER TABLE \`units\` ADD \`seal\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`prints\`;`)
  await db.run(sql`DROP TABLE \`postings\`;`)
  await db.run(sql`DROP TABLE \`posting_photos\`;`)
  await db.run(sql`DROP TABLE \`poster_templates\`;`)
  await db.run(sql`ALTER TABLE \`hotlines\` DROP COLUMN \`confirm_by\`;`)
  await db.run(sql`ALTER TABLE \`units\` DROP COLUMN \`full_name\`;`)
  await db.run(sql`ALTER TABLE \`units\` DROP COLUMN \`contact_name\`;`)
  await db.run(sql`ALTER TABLE \`units\` DROP COLUMN \`contact_number\`;`)
  await db.run(sql`ALTER TABLE \`units\` DROP COLUMN \`seal\`;`)
}
