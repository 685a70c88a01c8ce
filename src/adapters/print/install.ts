import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../../errors/refusal.ts'
import type { TemplateSchema } from '../../poster/template.ts'
import { writeDurably } from '../durable-file.ts'
import { inTurn } from '../in-turn.ts'
import { lintTemplate } from './lint-template.ts'
import { readZip } from './read-zip.ts'
import type { Desk } from './set-sheet.ts'
import { TEMPLATE_FILES, templateOf, type Template } from './templates.ts'
import { tryTemplate } from './trials.ts'

/** Some people zip the folder, some what is in it. */
const withoutFolder = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> => {
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0]))
  const [top = ''] = tops
  return tops.size === 1 && !files.has(top)
    ? new Map([...files].map(([path, bytes]) => [path.slice(top.length + 1), bytes]))
    : files
}

const readTemplate = (
  zip: Uint8Array,
): { readonly template: Template; readonly files: ReadonlyMap<string, Uint8Array> } => {
  const files = withoutFolder(readZip(zip))
  for (const [name, bytes] of files) {
    if (!TEMPLATE_FILES.test(name)) refuse('TEMPLATE_FORBIDDEN', { field: 'file', got: name })
    if (name.endsWith('.typ')) lintTemplate(name, Buffer.from(bytes).toString('utf8'))
  }
  for (const name of ['template.typ', 'schema.json', 'sample.json'])
    if (!files.has(name)) refuse('TEMPLATE_ZIP_INVALID', { field: 'file', got: name })
  const template = tried(() => templateOf(files))
  return { template, files }
}

const tried = (read: () => Template | string): Template => {
  try {
    const template = read()
    if (typeof template !== 'string') return template
    return refuse('TEMPLATE_SCHEMA_INVALID', { field: 'file', got: template })
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('TEMPLATE_SCHEMA_INVALID', { field: 'file', got: 'JSON' })
    throw error
  }
}

/** Written beside, then renamed: a crash leaves the old template or the new one (I9). */
const store = async (
  installed: string,
  { id, version }: TemplateSchema,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  const part = join(installed, `.${id}-${version}.${process.pid}.${Date.now().toString(36)}.part`)
  const folder = join(installed, `${id}@${version}`)
  await mkdir(part, { recursive: true })
  try {
    for (const [name, bytes] of files) await writeDurably(join(part, name), bytes)
    await rename(part, folder)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  const directory = await open(installed)
  await directory.sync().finally(() => directory.close())
}

/** Versions before this one and what crashes left; the newest stands whatever lies there. */
const sweep = async (installed: string, { id, version }: TemplateSchema): Promise<void> => {
  for (const name of await readdir(installed)) {
    const old = name.startsWith(`${id}@`) && Number(name.slice(id.length + 1)) < version
    if (old || (name.startsWith('.') && name.endsWith('.part')))
      await rm(join(installed, name), { recursive: true, force: true })
  }
}

/** The gate for templates from outside (TPL-20 to TPL-23), one at a time. Throws RefusalError TEMPLATE_*. */
export const installInto = (
  desk: Desk,
  installed: string,
): ((zip: Uint8Array) => Promise<TemplateSchema>) => {
  const turn = inTurn()
  return (zip) =>
    turn(async () => {
      const { template, files } = readTemplate(zip)
      const { schema } = template
      const known = desk.shelf.get(schema.id)?.schema.version ?? 0
      if (schema.version <= known)
        refuse('TEMPLATE_SCHEMA_INVALID', { field: 'version', got: `version ${schema.version} ≤ ${known}` })
      await tryTemplate(desk, template)
      await store(installed, schema, files)
      await sweep(installed, schema)
      desk.shelf.reload()
      return schema
    })
}
