/** Writes docs/errors.md from the closed list of codes: `node --import tsx scripts/errors-doc.ts`. A house test compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TEXTS } from '../src/errors/codes.ts'
import type { Actor } from '../src/errors/entry.ts'

const FILE = fileURLToPath(new URL('../docs/errors.md', import.meta.url))

const WHO: Readonly<Record<Actor, string>> = {
  editor: '编辑 editor',
  reviewer: '审核人 reviewer',
  operator: '排播员 operator',
  administrator: '管理员 administrator',
  installer: '安装人员 installer',
  nobody: '– ',
}

export const errorsDoc = (): string =>
  [
    '# Errors 错误代码',
    '',
    'Every refusal has the shape `{ code, message_zh, message_en, field?, limit?, got?, hint? }` (I14). On `/api` it rides in',
    "`errors[]` with `message` in the caller's language; everywhere else it stands bare. Made by `scripts/errors-doc.ts`.",
    '',
    '| code | HTTP | 中文 | English | who can mend it |',
    '|---|---|---|---|---|',
    ...Object.entries(TEXTS)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([code, { status, zh, en, who }]) =>
          `| \`${code}\` | ${status} | ${zh} | ${en} | ${WHO[who].trim()} |`,
      ),
    '',
  ].join('\n')

export const errorsDocNow = (): string => readFileSync(FILE, 'utf8')

if (process.argv[1]?.endsWith('errors-doc.ts')) writeFileSync(FILE, errorsDoc())
