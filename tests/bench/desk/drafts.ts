import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

type Client = SQLiteAdapter['client']

const columnsOf = async (client: Client, table: string): Promise<readonly string[]> => {
  const { rows } = await client.execute(`PRAGMA table_info("${table}")`)
  return rows.map((row) => String(row['name']))
}

/** A copy of the rows of `table` where `key` is the second name, under the first; columns in `fresh` get what they say. */
const copying = async (
  client: Client,
  table: string,
  key: string,
  fresh: Readonly<Record<string, string>>,
) => {
  const columns = (await columnsOf(client, table)).filter((name) => name !== 'id' || 'id' in fresh)
  const values = columns.map((name) => fresh[name] ?? `"${name}"`)
  return `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM "${table}" WHERE "${key}" = ?`
}

/** Copies a case that nobody has sent in, row by row: ten thousand drafts by the forms' own door would take an hour. */
export const copyDrafts = async (payload: Payload, count: number): Promise<void> => {
  const { client } = payload.db as unknown as SQLiteAdapter
  const first = await client.execute('SELECT id FROM cases ORDER BY created_at DESC LIMIT 1')
  const model = String(first.rows[0]?.['id'])
  const version = await client.execute({
    sql: 'SELECT id FROM _cases_v WHERE parent_id = ? AND latest = 1',
    args: [model],
  })
  const modelVersion = String(version.rows[0]?.['id'])
  const statements = {
    row: await copying(client, 'cases', 'id', { id: '?' }),
    links: await copying(client, 'cases_rels', 'parent_id', { parent_id: '?' }),
    draft: await copying(client, '_cases_v', 'id', { id: '?', parent_id: '?', version_title: '?' }),
    writers: await copying(client, '_cases_v_rels', 'parent_id', { parent_id: '?' }),
  }
  const batch: { sql: string; args: string[] }[] = []
  for (let i = 0; i < count; i += 1) {
    const [id, draft] = [randomUUID(), randomUUID()]
    batch.push(
      { sql: statements.row, args: [id, model] },
      { sql: statements.links, args: [id, model] },
      { sql: statements.draft, args: [draft, id, `第${i}个电话 先问再转账`, modelVersion] },
      { sql: statements.writers, args: [draft, modelVersion] },
    )
  }
  await client.batch(batch, 'write')
}
