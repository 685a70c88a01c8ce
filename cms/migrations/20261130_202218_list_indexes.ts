import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`_cases_v_latest_parent_idx\` ON \`_cases_v\` (\`latest\`,\`parent_id\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_latest_updated_idx\` ON \`_cases_v\` (\`latest\`,\`version_updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`_cases_v_latest_created_idx\` ON \`_cases_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_latest_parent_idx\` ON \`_techniques_v\` (\`latest\`,\`parent_id\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_latest_updated_idx\` ON \`_techniques_v\` (\`latest\`,\`version_updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`_techniques_v_latest_created_idx\` ON \`_techniques_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_latest_parent_idx\` ON \`_slogans_v\` (\`latest\`,\`parent_id\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_latest_updated_idx\` ON \`_slogans_v\` (\`latest\`,\`version_updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`_slogans_v_latest_created_idx\` ON \`_slogans_v\` (\`latest\`,\`version_created_at\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`submissions_submitted_idx\` ON \`submissions\` (\`submitted_at\`,\`created_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_cases_v_latest_parent_idx\`;`)
  await db.run(sql`DROP INDEX \`_cases_v_latest_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_cases_v_latest_created_idx\`;`)
  await db.run(sql`DROP INDEX \`_techniques_v_latest_parent_idx\`;`)
  await db.run(sql`DROP INDEX \`_techniques_v_latest_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_techniques_v_latest_created_idx\`;`)
  await db.run(sql`DROP INDEX \`_slogans_v_latest_parent_idx\`;`)
  await db.run(sql`DROP INDEX \`_slogans_v_latest_updated_idx\`;`)
  await db.run(sql`DROP INDEX \`_slogans_v_latest_created_idx\`;`)
  await db.run(sql`DROP INDEX \`submissions_submitted_idx\`;`)
}
