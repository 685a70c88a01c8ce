/**
 * The rooms of the house and who may import whom (design 4). `.oxlintrc.json` is made from this table, so that the
 * walls have one source: `node scripts/rooms.mjs` writes it, a house test checks that it was.
 */
import { readFileSync, writeFileSync } from 'node:fs'

/** Folder → rooms of `src` it may import, plus other folders by relative name. What is not listed is refused. */
export const ROOMS = {
  'src/model': { src: [] },
  'src/errors': { src: ['model'] },
  'src/time': { src: ['model'] },
  'src/schedule': { src: ['model', 'time'] },
  'src/page': { src: ['model', 'errors'] },
  'src/paint': { src: ['model', 'page'] },
  'src/programme': { src: ['model', 'time', 'errors'] },
  'src/publish': { src: ['model', 'time', 'schedule', 'page', 'programme', 'errors'] },
  'src/protocol': { src: ['model', 'errors'] },
  'src/session': { src: ['model', 'time', 'protocol', 'errors'] },
  'src/poster': { src: ['model', 'time', 'errors'] },
  'display-client/core': { src: ['model', 'time', 'protocol', 'programme', 'errors'] },
  'display-client/stage': { src: ['model', 'errors', 'page', 'paint'], own: ['core'], packages: true },
  'display-client/link': { src: ['model', 'protocol', 'errors'], own: ['core'], packages: true },
  'display-client/store': { src: ['model', 'protocol', 'errors'], own: ['core'], packages: true },
  'display-client/shell': { src: ['model', 'protocol', 'errors'], own: ['core'], packages: true },
}

/** Rooms that may not reach the world: no clock, no chance, no timers, no Node, no page. */
export const PURE_ROOMS = Object.keys(ROOMS).filter((room) => !ROOMS[room].packages)

const CMS_MAY = ['model', 'time', 'schedule', 'page', 'paint', 'programme', 'evidence', 'poster', 'errors']

const rightsOf = (room) => {
  const { src, own = [] } = ROOMS[room]
  return [...own, ...src].join(', ') || 'nothing'
}

/** Gitignore-like: everything is refused, then what the room may import is let back in (oxlint has no look-ahead). */
const refusedBy = (room) => {
  const { src, own = [], packages = false } = ROOMS[room]
  const roads = room.startsWith('src/') ? ['..', '../..'] : ['../../src', '../../../src']
  return [
    ...(packages ? ['./**', '../**'] : ['**']),
    '!./**',
    ...roads.flatMap((road) => src.map((name) => `!${road}/${name}/**`)),
    ...own.map((name) => `!../${name}/**`),
  ]
}

const wall = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
})

export const overrides = () => [
  ...Object.keys(ROOMS).map((room) =>
    wall([`${room}/**`], refusedBy(room), `${room} may import: ${rightsOf(room)}`),
  ),
  wall(
    ['cms/**'],
    ['**/src/**', ...CMS_MAY.map((name) => `!**/src/${name}/**`), '**/display-client/**', '**/tests/**'],
    `cms may import of src: ${CMS_MAY.join(', ')}; the world by cms/ports.ts`,
  ),
  wall(
    ['src/adapters/**'],
    ['**/display-client/**', '**/tests/**', '../main.ts'],
    'adapters may import any room of src but main',
  ),
]

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

export const LINT_FILE = new URL('../.oxlintrc.json', import.meta.url)
export const lintText = () => `${JSON.stringify(lintConfig(), null, 2)}\n`

if (process.argv[1]?.endsWith('rooms.mjs')) {
  if (readFileSync(LINT_FILE, { encoding: 'utf8', flag: 'a+' }) !== lintText())
    writeFileSync(LINT_FILE, lintText())
}
