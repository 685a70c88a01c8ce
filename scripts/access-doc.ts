/** Writes docs/access.md from the access matrix: `node --import tsx scripts/access-doc.ts`. A house test compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PART_WORDS, ROLE_WORDS, STEP_WORDS } from '../src/lexicon/people.ts'
import type { Words } from '../src/lexicon/words.ts'
import {
  ACTS,
  askerOf,
  HOLDERS,
  OPERATIONS,
  ROWS,
  widest,
  type Grants,
  type Holder,
  type Scope,
} from '../src/review/access.ts'
import { POLICIES } from '../src/review/policies.ts'

const FILE = fileURLToPath(new URL('../docs/access.md', import.meta.url))

const both = ({ zh, en }: Words): string => `${zh} ${en.toLowerCase()}`

const HOLDER_WORDS: Readonly<Record<Holder, Words>> = {
  stranger: { zh: '未登录', en: 'stranger' },
  anybody: { zh: '没有权限的人', en: 'no role' },
  ...ROLE_WORDS,
}

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  none: '–',
  self: '本人 self',
  'own-unit': '本单位 own unit',
  all: '全部 all',
}

const OPERATION_WORDS = { read: '看 read', create: '新建 create', update: '改 update', delete: '删 delete' }

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cellsOf = (grants: Grants): readonly string[] =>
  HOLDERS.map((holder) => SCOPE_WORDS[widest(grants, askerOf(holder))])

const table = (first: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  line([...first, ...HOLDERS.map((holder) => both(HOLDER_WORDS[holder]))]),
  line([...first, ...HOLDERS].map(() => '---')),
  ...rows.map(line),
  '',
]

const policies = POLICIES.flatMap(({ kinds, risk, steps, mayReturn, mayWithdraw, freshToIssue }) => [
  `Contents of ${kinds === 'any' ? 'any kind' : kinds.join(', ')}, risk class \`${risk}\`:`,
  '',
  ...steps.map(
    ({ decision, role, notBy }, at) =>
      `${at + 1}. ${both(STEP_WORDS[decision])}: by ${both(ROLE_WORDS[role])}, who is not the ${notBy
        .map((part) => both(PART_WORDS[part]))
        .join(', nor the ')}`,
  ),
  '',
  `退回 return: ${mayReturn.map((role) => both(ROLE_WORDS[role])).join(', ')}. 撤下 withdraw: ${mayWithdraw
    .map((role) => both(ROLE_WORDS[role]))
    .join(', ')}. Whoever is 管理员 administrator decides nothing, whatever other roles he holds (CMS-25).`,
  ...(freshToIssue
    ? [
        '',
        'Where the town asks for second factors, issuing takes one that was proven within fifteen minutes (PPL-12).',
      ]
    : []),
  '',
])

export const accessDoc = (): string =>
  [
    '# Who may do what 谁能做什么',
    '',
    'Made by `scripts/access-doc.ts` from [src/review/access.ts](../src/review/access.ts) and',
    '[policies.ts](../src/review/policies.ts), the only places that give a role a right; a test walks every cell over the HTTP',
    'interface on both databases (CMS-96). A person with several roles has the widest scope of theirs.',
    '',
    '## Rows 记录',
    '',
    ...table(
      ['rows', 'operation'],
      Object.entries(ROWS).flatMap(([name, grants]) =>
        OPERATIONS.filter((operation) => Object.keys(grants[operation]).length > 0).map((operation) => [
          `\`${name}\``,
          OPERATION_WORDS[operation],
          ...cellsOf(grants[operation]),
        ]),
      ),
    ),
    'An operation that is missing is nobody’s: the product itself writes those rows, while somebody does an act.',
    '',
    '## Acts 动作',
    '',
    ...table(
      ['act'],
      Object.entries(ACTS).map(([act, grants]) => [`\`${act}\``, ...cellsOf(grants)]),
    ),
    '## Decisions 审核',
    '',
    ...policies,
  ].join('\n')

export const accessDocNow = (): string => readFileSync(FILE, 'utf8')

if (process.argv[1]?.endsWith('access-doc.ts')) writeFileSync(FILE, accessDoc())
