import { isRefusal } from '../../errors/is-refusal.ts'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Refusal } from '../../errors/refusal.ts'
import { parseSchema } from '../../poster/index.ts'
import type { PosterKind } from '../../poster/sheet.ts'
import type { TemplateSchema } from '../../poster/template.ts'
import type { TypstFile } from '../typst/index.ts'

export type Template = {
  readonly schema: TemplateSchema
  /** Path in the workspace of the shipped templates. */
  readonly main: string
  /** An installed template is laid over that workspace for each job, so that it finds the library and nothing else. */
  readonly files: readonly TypstFile[]
  /** Its own sources, paths in that workspace. */
  readonly sources: readonly TypstFile[]
  readonly sample: unknown
  /** A picture of its sample for people who choose; no sheet needs it. */
  readonly thumb: Uint8Array | null
}

export type TemplateRegistry = {
  /** In the order they are offered: shipped ones by folder name, then installed ones. */
  readonly all: () => readonly Template[]
  readonly get: (id: string) => Template | undefined
  /** After something was installed. */
  readonly reload: () => void
}

export type RegistryOptions = {
  /** The kinds of content there are. */
  readonly kinds: readonly PosterKind[]
  /** Absolute; `library/` lies in it beside the templates. */
  readonly shipped: string
  /** Absolute; need not be there yet. */
  readonly installed: string
  /** Is told of a folder that is no template. */
  readonly say?: (folder: string, why: string) => void
}

/** What the library itself puts on sheets, a phrase a line, as `standing` of a schema. */
export const libraryWords = (shipped: string): readonly string[] =>
  readFileSync(join(shipped, 'library', 'standing.txt'), 'utf8')
    .trim()
    .split('\n')

export const THUMB = 'thumb.png'

/** A template brings these and nothing else. */
export const TEMPLATE_FILES = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*\.(?:typ|json|png|jpg)$/

const json = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown

/** Files of a template as they would be laid into the workspace. */
export const installedAt = (schema: TemplateSchema, name: string): string =>
  `installed/${schema.id}-${schema.version}/${name}`

const readInstalled = (folder: string, kinds: readonly PosterKind[]): Template | string => {
  const files = new Map<string, Uint8Array>()
  for (const name of readdirSync(folder)) {
    if (!TEMPLATE_FILES.test(name) || !lstatSync(join(folder, name)).isFile())
      return `not a plain file: ${name}`
    files.set(name, readFileSync(join(folder, name)))
  }
  if (!files.has('template.typ')) return 'template.typ is missing'
  const template = templateOf(files, kinds)
  return isRefusal(template) ? String(template.got) : template
}

const namesOf = (kinds: readonly PosterKind[]): readonly string[] => kinds.map(({ kind }) => kind)

/** From files by name, or why they are no template. Throws SyntaxError where a file is no JSON. */
export const templateOf = (
  files: ReadonlyMap<string, Uint8Array>,
  kinds: readonly PosterKind[],
): Template | Refusal => {
  const schema = parseSchema(json(files.get('schema.json') ?? Buffer.from('null')), namesOf(kinds))
  if (isRefusal(schema)) return schema
  const laid = [...files]
    .filter(([name]) => name !== THUMB)
    .map(([name, bytes]) => ({ path: installedAt(schema, name), bytes }))
  return {
    schema,
    main: installedAt(schema, 'template.typ'),
    files: laid,
    sources: laid.filter(({ path }) => path.endsWith('.typ')),
    sample: json(files.get('sample.json') ?? Buffer.from('null')),
    thumb: files.get(THUMB) ?? null,
  }
}

const readShipped = (folder: string, name: string, kinds: readonly PosterKind[]): Template | string => {
  const read = (file: string): unknown => json(readFileSync(join(folder, name, file)))
  const schema = parseSchema(read('schema.json'), namesOf(kinds))
  if (isRefusal(schema)) return String(schema.got)
  const has = (file: string): boolean => existsSync(join(folder, name, file))
  const sample = has('sample.json') ? read('sample.json') : null
  const thumb = has(THUMB) ? readFileSync(join(folder, name, THUMB)) : null
  const sources = readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.typ'))
    .map((file) => ({ path: `${name}/${file}`, bytes: readFileSync(join(folder, name, file)) }))
  return { schema, main: `${name}/template.typ`, files: [], sources, sample, thumb }
}

const foldersIn = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'library')
    .map(({ name }) => name)
    .toSorted()

const tried = (read: () => Template | string): Template | string => {
  try {
    return read()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Of each id the highest version stands, shipped or installed. */
const newest = (found: readonly Template[]): readonly Template[] => {
  const byId = new Map<string, Template>()
  for (const template of found) {
    const known = byId.get(template.schema.id)
    if (!known || template.schema.version > known.schema.version) byId.set(template.schema.id, template)
  }
  return [...byId.values()]
}

/** A folder that is no template is told and left out; the others go on (TPL-20). */
export const openRegistry = ({
  kinds,
  shipped,
  installed,
  say = () => undefined,
}: RegistryOptions): TemplateRegistry => {
  const load = (): readonly Template[] => {
    const read = (folder: string, name: string, how: () => Template | string): readonly Template[] => {
      const template = tried(how)
      if (typeof template !== 'string') return [template]
      say(join(folder, name), template)
      return []
    }
    return newest([
      ...foldersIn(shipped).flatMap((name) => read(shipped, name, () => readShipped(shipped, name, kinds))),
      ...foldersIn(installed).flatMap((name) =>
        read(installed, name, () => readInstalled(join(installed, name), kinds)),
      ),
    ])
  }
  let templates = load()
  return {
    all: () => templates,
    get: (id) => templates.find(({ schema }) => schema.id === id),
    reload: () => {
      templates = load()
    },
  }
}
