/** The walls between the rooms of scripts/rooms.mjs, for the linter and for readers. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { isServer, mayOf, PURE_ROOMS } from './room-lists.mjs'
import { ROOMS } from './rooms.mjs'

/** Folders inside a room have no row of their own: what a file in them imports is one step further up. */
const DEEPEST = 2

/** A room whose files lie among other rooms lets its files be imported, not the rooms. */
const isAmongOthers = (name) => Object.keys(ROOMS).some((other) => other.startsWith(`${name}/`))

const roadsTo = (from, name) =>
  Array.from({ length: isAmongOthers(from) ? 1 : DEEPEST }, (_, depth) => {
    const road = posix.relative(from + '/x'.repeat(depth), name) || '.'
    const written = road.startsWith('.') ? road : `./${road}`
    return `!${written}/${isAmongOthers(name) ? '*' : '**'}`
  })

/** What lies in a room, for the files of folders inside it: by name, since one step up from the room is another. */
const roadsUp = (name) => {
  const inside = isAmongOthers(name) ? [] : readdirSync(name, { withFileTypes: true })
  const files = inside.filter((entry) => entry.isFile()).map((entry) => `!../${entry.name}`)
  return files.length < inside.length ? files.toSorted() : []
}

/** Gitignore-like: everything is refused, then what the room may import is let back in (oxlint has no look-ahead). */
const refusedBy = (name) => [
  ...(PURE_ROOMS.includes(name) ? ['**'] : ['./**', '../**']),
  ...(name.startsWith('cms') && !mayOf(name).includes('cms') ? ['@payload-config'] : []),
  isAmongOthers(name) ? '!./*' : '!./**',
  ...roadsUp(name),
  // The words and tables Payload and we ourselves generate belong to nobody.
  ...(isServer(name)
    ? ['!**/payload-types.ts', '!**/migrations/**', '!**/*.generated.ts', '!**/*.css', '!**/*.scss']
    : []),
  ...mayOf(name).flatMap((other) => roadsTo(name, other)),
]

/** Brackets and parentheses of routes are no pattern. */
const filesOf = (name) => `${name.replace(/[()[\]]/g, '?')}/${isAmongOthers(name) ? '*' : '**'}`

const wall = (name) => ({
  files: [filesOf(name)],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: refusedBy(name), message: `${name} may import: ${mayOf(name).join(', ') || 'nothing'}` },
        ],
      },
    ],
  },
})

export const overrides = () => Object.keys(ROOMS).map(wall)

export const lintConfig = () => ({
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'unicorn', 'oxc', 'react', 'import'],
  categories: { correctness: 'error', suspicious: 'warn' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'off',
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
    'react/react-in-jsx-scope': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'import/no-unassigned-import': 'off',
    // Matters of taste here: fast-check is read as fc.*, small closures stay where they are used, IndexedDB and
    // XMLHttpRequest are heard by on* on old browsers, which have no toSorted either.
    'import/no-named-as-default-member': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/prefer-add-event-listener': 'off',
    'unicorn/no-array-sort': 'off',
    'eslint/no-shadow': 'off',
    'eslint/no-unmodified-loop-condition': 'off',
  },
  ignorePatterns: [
    'dist/**',
    'data/**',
    'cms/.next/**',
    'cms/migrations/**',
    'cms/payload-types.ts',
    'cms/app/(payload)/admin/importMap.js',
    '**/*.generated.ts',
  ],
  overrides: [
    ...overrides(),
    { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
    {
      files: ['cms/**/*.tsx'],
      rules: { 'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }] },
    },
  ],
})

export const DOC_FILE = new URL('../docs/rooms.md', import.meta.url)
const rowOf = (name) => {
  const may = mayOf(name).join(', ') || 'nothing'
  return `| \`${name}\` | ${ROOMS[name].is} | ${may.replaceAll('cms/collections/', '…/')} |`
}

/** docs/rooms.md, for whoever reads before writing. */
export const roomsText = () =>
  [
    '# The rooms of the house',
    '',
    '<!-- Made by scripts/walls.mjs from the table of rooms; a house test checks that it was (HOUSE-5). -->',
    '',
    'Lower rooms stand first. What is not listed is refused by lint (HOUSE-1); no two rooms import each other, and none',
    'itself by a detour (HOUSE-7). The way through them is told in [architecture.md](architecture.md).',
    '',
    '| room | what it is | may import |',
    '|---|---|---|',
    ...Object.keys(ROOMS).map(rowOf),
    '',
  ].join('\n')

export const LINT_FILE = new URL('../.oxlintrc.json', import.meta.url)
export const lintText = () => `${JSON.stringify(lintConfig(), null, 2)}\n`

if (process.argv[1]?.endsWith('walls.mjs'))
  for (const [file, text] of [
    [LINT_FILE, lintText()],
    [DOC_FILE, roomsText()],
  ])
    if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(file, text)
