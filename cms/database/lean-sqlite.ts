import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { FlattenedField } from 'payload'
import {
  conditionOf,
  type Condition,
  type Counted,
  type CountQuestion,
  type Fields,
  type LeanQuestion,
  type LeanReader,
  type Leads,
} from './lean.ts'
import { isInstant, type Doc } from './readable.ts'

type Columns = Readonly<Record<string, { readonly name: string } | undefined>>
type Tables = Readonly<Record<string, { readonly columns: Columns } | undefined>>

/** Where the rows of a question lie. */
type Source = {
  readonly table: string
  readonly columns: Columns
  readonly links: Columns
  /** The column by which people know a row. */
  readonly id: string
  /** Before the key of each field. */
  readonly prefix: string
  readonly path: string
}

/** A piece of a statement with the values for its question marks. */
type Piece = { readonly sql: string; readonly args: readonly string[] }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const snake = (slug: string): string => slug.replaceAll('-', '_')

const sourceOf = (
  tables: Tables,
  { collection, drafts }: Pick<LeanQuestion, 'collection' | 'drafts'>,
): Source | undefined => {
  const table = drafts ? `_${snake(collection)}_v` : snake(collection)
  const columns = tables[table]?.columns
  return (
    columns && {
      table,
      columns,
      links: tables[`${table}_rels`]?.columns ?? {},
      id: drafts ? 'parent_id' : 'id',
      prefix: drafts ? 'version_' : '',
      path: drafts ? 'version.' : '',
    }
  )
}

type Link = FlattenedField & { readonly relationTo: string | readonly string[]; readonly hasMany?: boolean }

const isLink = (field: FlattenedField | undefined): field is Link & FlattenedField =>
  field?.type === 'relationship' || field?.type === 'upload'

/** Whether a link is a column of the row itself, and not a row of the table of links. */
const isColumn = (field: FlattenedField): boolean =>
  !isLink(field) || (field.hasMany !== true && typeof field.relationTo === 'string')

const columnOf = ({ columns, prefix, id }: Source, name: string): string | undefined => {
  if (name === 'id') return `t.${quoted(id)}`
  const found = columns[`${prefix}${name}`]
  return found && `t.${quoted(found.name)}`
}

/** Columns of the table of links by the collection they lead to. */
const targetsOf = ({ links }: Source, field: Link): readonly (readonly [to: string, column: string])[] =>
  [field.relationTo].flat().flatMap((to) => {
    const column = links[`${to}ID`]
    return column ? [[to, `r.${quoted(column.name)}`] as const] : []
  })

/** The sign before the path keeps the database from its index, in which nearly all rows are alike. */
const linkRows = ({ table, path }: Source, name: string): string =>
  `FROM ${quoted(`${table}_rels`)} r WHERE r."parent_id" = t."id" AND +r."path" = '${path}${name}'`

const linkOf = (source: Source, field: Link): string | undefined => {
  const targets = targetsOf(source, field)
  if (targets.length < [field.relationTo].flat().length) return undefined
  const rows = linkRows(source, field.name)
  const only = typeof field.relationTo === 'string' ? targets[0]?.[1] : undefined
  if (field.hasMany)
    return (
      only &&
      `(SELECT json_group_array(id) FROM (SELECT ${only} AS id ${rows} AND ${only} IS NOT NULL ORDER BY r."order"))`
    )
  const cases = targets.map(
    ([to, column]) =>
      `WHEN ${column} IS NOT NULL THEN json_object('relationTo', '${to}', 'value', ${column})`,
  )
  return `(SELECT json(CASE ${cases.join(' ')} END) ${rows} LIMIT 1)`
}

const valueOf = (source: Source, field: FlattenedField): string | undefined =>
  isLink(field) && !isColumn(field) ? linkOf(source, field) : columnOf(source, field.name)

const joined = (pieces: readonly (Piece | undefined)[], word: 'AND' | 'OR'): Piece | undefined => {
  if (!pieces.every((piece) => piece !== undefined)) return undefined
  if (pieces.length === 0) return { sql: word === 'AND' ? '1' : '0', args: [] }
  return {
    sql: `(${pieces.map(({ sql }) => sql).join(` ${word} `)})`,
    args: pieces.flatMap(({ args }) => args),
  }
}

const MANY = '(SELECT value FROM json_each(?))'

/** The rows whose link leads to one of these, found from the links, which have an index. */
const linkedTo = (source: Source, field: Link, values: readonly unknown[]): Piece | undefined => {
  const targets = targetsOf(source, field)
  const among = JSON.stringify(values)
  const rows = `SELECT r."parent_id" FROM ${quoted(`${source.table}_rels`)} r`
  return targets.length === 0
    ? undefined
    : {
        sql: `t."id" IN (${rows} WHERE +r."path" = '${source.path}${field.name}' AND (${targets
          .map(([, column]) => `${column} IN ${MANY}`)
          .join(' OR ')}))`,
        args: targets.map(() => among),
      }
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

const whereOf = (source: Source, fields: Fields, condition: Condition): Piece | undefined => {
  const inner = (one: Condition) => whereOf(source, fields, one)
  if ('all' in condition) return joined(condition.all.map(inner), 'AND')
  if ('any' in condition) return joined(condition.any.map(inner), 'OR')
  const [name = '', part] = condition.field.split('.')
  const field = fields.get(name)
  if (isLink(field) && !isColumn(field))
    return condition.is === 'in' && (part === 'value') === Array.isArray(field.relationTo)
      ? linkedTo(source, field, condition.values)
      : undefined
  const column = part === undefined && (field || name === 'id') ? columnOf(source, name) : undefined
  if (!column) return undefined
  if (condition.is === 'in' || condition.is === 'outside')
    return {
      sql: `${column} ${condition.is === 'in' ? 'IN' : 'NOT IN'} ${MANY}`,
      args: [JSON.stringify(condition.values)],
    }
  if (condition.is === 'containing')
    return { sql: `${column} LIKE ? ESCAPE '\\'`, args: [`%${escaped(condition.text)}%`] }
  // An empty text is missing on one database and there on the other; a day is there or not.
  return field?.type === 'date'
    ? { sql: `${column} IS ${condition.is === 'missing' ? '' : 'NOT '}NULL`, args: [] }
    : undefined
}

/** Whether a question names its rows, so that they are best found by their ids. */
const namesRows = (condition: Condition): boolean =>
  'all' in condition
    ? condition.all.some(namesRows)
    : 'field' in condition && condition.field === 'id' && condition.is === 'in'

/** The sign keeps the database from its index of the newest drafts, in which nearly all rows of a town stand. */
const newestOnly = (condition: Condition): string => `${namesRows(condition) ? '+' : ''}t."latest" = 1 AND `

/**
 * As the adapter sorts: the newest first where that decides nothing else. Pages together are all rows, so of them equal
 * ones have an order too, the one of the index. Where all drafts are read the sign keeps the database from an index, by
 * which it would look up every row.
 */
const orderOf = (source: Source, { sort, limit, offset, drafts }: LeanQuestion): string | undefined => {
  const falling = sort.startsWith('-')
  const column = columnOf(source, falling ? sort.slice(1) : sort)
  const way = falling ? 'DESC' : 'ASC'
  if (offset !== undefined) return column && `${column} ${way}, t."id" ${way}`
  const order = column && `${drafts && limit === 0 ? '+' : ''}${column} ${way}`
  // Named twice it would be sorted, and not be walked along its index.
  return column === 't."created_at"' ? order : order && `${order}, t."created_at" DESC`
}

/** Found from the row, whose links are few; the sign keeps the database from all links that lead to this one. */
const leadsTo = (source: Source, fields: Fields, { field: name, to }: Leads): Piece | undefined => {
  const field = fields.get(name)
  const [target] = isLink(field) ? targetsOf(source, field) : []
  return target
    ? { sql: `EXISTS(SELECT 1 ${linkRows(source, name)} AND +${target[1]} = ?)`, args: [to] }
    : undefined
}

/** The rows of a question as a statement names them. */
const meantBy = (
  source: Source,
  { where, drafts }: Pick<LeanQuestion, 'where' | 'drafts'>,
  fields: Fields,
): Piece | undefined => {
  const condition = conditionOf(where)
  const meant = condition && whereOf(source, fields, condition)
  return meant && { ...meant, sql: `${drafts ? newestOnly(condition) : ''}${meant.sql}` }
}

const pageOf = ({ limit, offset }: LeanQuestion): string => {
  if (offset !== undefined) return ` LIMIT ${limit > 0 ? limit : -1} OFFSET ${offset}`
  return limit > 0 ? ` LIMIT ${limit}` : ''
}

const ledOnly = ({ leads }: LeanQuestion, led: Piece | undefined): Piece =>
  led && leads?.only !== undefined
    ? { sql: ` AND ${leads.only ? '' : 'NOT '}${led.sql}`, args: led.args }
    : { sql: '', args: [] }

/** All rows come over as one text: a cell at a time would cost more than all the rest. */
const statementOf = (source: Source, question: LeanQuestion, fields: Fields): Piece | undefined => {
  const where = meantBy(source, question, fields)
  const order = orderOf(source, question)
  const values = question.only.map((name) => {
    const field = fields.get(name)
    return field && valueOf(source, field)
  })
  if (!where || !order || values.some((value) => value === undefined)) return undefined
  const leads = question.leads && leadsTo(source, fields, question.leads)
  if (question.leads && !leads) return undefined
  const cells = [`t.${quoted(source.id)}`, ...values, ...(leads ? [leads.sql] : [])]
  const row = `json_array(${cells.join(', ')})`
  const only = ledOnly(question, leads)
  const rows = `SELECT ${row} AS doc FROM ${quoted(source.table)} t WHERE ${where.sql}${only.sql} ORDER BY ${order}${pageOf(question)}`
  const args = [...(leads?.args ?? []), ...where.args, ...only.args]
  return { sql: `SELECT json_group_array(json(doc)) FROM (${rows})`, args }
}

/** Milliseconds and a Z, as the adapter gives instants. */
const asInstant = (value: unknown): unknown =>
  typeof value === 'string' && !value.endsWith('Z') && isInstant(value)
    ? new Date(value).toISOString()
    : value

const docsIn = (text: string, { only, leads }: LeanQuestion, fields: Fields): readonly Doc[] => {
  const dates = only.map((name) => fields.get(name)?.type === 'date')
  return (JSON.parse(text) as readonly (readonly unknown[])[]).map((cells) => {
    const doc: Doc = { id: cells[0] }
    only.forEach((name, i) => {
      const value = cells[i + 1]
      doc[name] = dates[i] ? asInstant(value) : value
    })
    if (leads) doc['leads'] = cells[only.length + 1] === 1
    return doc
  })
}

type Db = Pick<SQLiteAdapter, 'client' | 'rawTables'>

/** One walk: whether the link leads there is found at each row, and added up. */
const countIn =
  (db: Db) =>
  (question: CountQuestion, fields: Fields): Promise<Counted> | undefined => {
    const source = sourceOf(db.rawTables, question)
    const where = source && meantBy(source, question, fields)
    const leads = source && leadsTo(source, fields, question.leads)
    if (!where || !leads) return undefined
    const sql = `SELECT count(*), total(${leads.sql}) FROM ${quoted(source.table)} t WHERE ${where.sql}`
    return (async () => {
      const { rows } = await db.client.execute({ sql, args: [...leads.args, ...where.args] })
      return { all: Number(rows[0]?.[0]), leading: Number(rows[0]?.[1]) }
    })()
  }

const rowsIn =
  (db: Db) =>
  (question: LeanQuestion, fields: Fields): Promise<readonly Doc[]> | undefined => {
    const source = sourceOf(db.rawTables, question)
    const statement = source && statementOf(source, question, fields)
    if (!statement) return undefined
    return (async () => {
      const { rows } = await db.client.execute({ sql: statement.sql, args: [...statement.args] })
      return docsIn(String(rows[0]?.[0] ?? '[]'), question, fields)
    })()
  }

/** The short way on the embedded database: its JSON functions, on the connection that only reads. */
export const leanSqlite = (db: Db): LeanReader => ({ rows: rowsIn(db), count: countIn(db) })
