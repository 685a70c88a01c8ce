import { isRefusal } from '../../errors/is-refusal.ts'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JudgedTemplate, PrintPort } from '../../../cms/base/ports.ts'
import type { ErrorCode } from '../../errors/codes.ts'
import { RefusalError, spokenRefusal, type Said } from '../../errors/refusal.ts'
import type { TemplateSchema } from '../../poster/template.ts'
import { writeDurably } from '../disk/durable-file.ts'
import { inTurn } from '../process/in-turn.ts'
import { lintTemplate } from './lint-template.ts'
import { readZip } from './read-zip.ts'
import type { PrintEngine } from '../print/set-sheet.ts'
import { checkPictures, drawThumb } from './pictures.ts'
import { TEMPLATE_FILES, templateOf, THUMB, type Template } from '../print/templates.ts'
import { tryTemplate } from './trials.ts'

/** Some people zip the folder, some what is in it. */
const withoutFolder = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> => {
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0]))
  const [top = ''] = tops
  return tops.size === 1 && !files.has(top)
    ? new Map([...files].map(([path, bytes]) => [path.slice(top.length + 1), bytes]))
    : files
}

const refuseSaid = (code: ErrorCode, zh: string, en: string): never => {
  throw new RefusalError(spokenRefusal(code, { got: { zh, en } }, { field: 'file' }))
}

const NEEDED: Readonly<Record<string, Said>> = {
  'template.typ': { zh: '版面', en: 'the layout' },
  'schema.json': { zh: '说明', en: 'what it takes' },
  'sample.json': { zh: '样稿', en: 'its sample' },
}

const readJson = (name: string, bytes: Uint8Array): void => {
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    refuseSaid(
      name === 'schema.json' ? 'TEMPLATE_SCHEMA_INVALID' : 'TEMPLATE_ZIP_INVALID',
      `${name} 不是正确的 JSON，检查引号、逗号和括号`,
      `${name} is no valid JSON; look at its quotes, commas and brackets`,
    )
  }
}

const checkFile = (name: string, bytes: Uint8Array): void => {
  if (!TEMPLATE_FILES.test(name))
    refuseSaid(
      'TEMPLATE_FORBIDDEN',
      ` ${name}：只收 .typ、.json、.png、.jpg 文件，不分文件夹，名字用字母和数字`,
      `${name}; only .typ, .json, .png and .jpg files, in no folders, named in letters and digits`,
    )
  if (name.endsWith('.typ')) lintTemplate(name, Buffer.from(bytes).toString('utf8'))
  if (name.endsWith('.json')) readJson(name, bytes)
}

const readTemplate = async (
  { kinds }: Pick<PrintEngine, 'kinds'>,
  zip: Uint8Array,
): Promise<{ readonly template: Template; readonly files: ReadonlyMap<string, Uint8Array> }> => {
  const files = withoutFolder(await readZip(zip))
  for (const [name, bytes] of files) checkFile(name, bytes)
  for (const [name, { zh, en }] of Object.entries(NEEDED))
    if (!files.has(name))
      refuseSaid('TEMPLATE_ZIP_INVALID', `缺少 ${name}（${zh}）`, `${name} (${en}) is missing`)
  const template = templateOf(files, kinds)
  if (isRefusal(template)) throw new RefusalError({ ...template, field: 'file' })
  return { template, files }
}

/** What is printed under one version must not change under the same. */
const refuseOld = ({ version }: TemplateSchema, known: number): void => {
  if (version > known) return
  const got = {
    zh: `version 是 ${version}，现在用的已经是 ${known}，请写更大的数`,
    en: `version is ${version}, and ${known} is in use; it must be higher`,
  }
  throw new RefusalError(spokenRefusal('TEMPLATE_SCHEMA_INVALID', { got }, { field: 'version' }))
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

type Judged = JudgedTemplate & { readonly files: ReadonlyMap<string, Uint8Array> }

const judge = async (engine: PrintEngine, zip: Uint8Array): Promise<Judged> => {
  const { template, files } = await readTemplate(engine, zip)
  const { schema } = template
  refuseOld(schema, engine.registry.get(schema.id)?.schema.version ?? 0)
  await checkPictures(engine, files)
  await tryTemplate(engine, template)
  const thumb = files.get(THUMB) ?? (await drawThumb(engine, template))
  return { schema, thumb, files: thumb ? new Map([...files, [THUMB, thumb]]) : files }
}

export type Gate = Pick<PrintPort, 'judgeTemplate' | 'installTemplate'>

/** The gate for templates from outside (TPL-20 to TPL-26), one at a time. Throws RefusalError TEMPLATE_*. */
export const openGate = (engine: PrintEngine, installed: string): Gate => {
  const turn = inTurn()
  return {
    judgeTemplate: (zip) =>
      turn(async () => {
        const { schema, thumb } = await judge(engine, zip)
        return { schema, thumb }
      }),
    installTemplate: (zip) =>
      turn(async () => {
        const { schema, files } = await judge(engine, zip)
        await store(installed, schema, files)
        await sweep(installed, schema)
        engine.registry.reload()
        return schema
      }),
  }
}
