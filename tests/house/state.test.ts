/** What a town knows is kept by no module: another process, or Next's second copy of the module, would know something else. */
import { readFileSync } from 'node:fs'
import { parse } from '@babel/parser'
import { describe, expect, it } from 'vitest'
// @ts-expect-error -- a script without types
import * as house from '../../scripts/room-graph.mjs'

type Node = { readonly type: string; readonly [key: string]: unknown }

/** State that may stand where it stands, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  // Not the town's: what this process is made of.
  'src/content/registry.ts KINDS': 'the kinds the product comes with, made once and changed by nothing',
  'cms/base/ports.ts globalThis': 'the way to the world, filled anew by each process',
  'cms/base/turn.ts globalThis': 'turns of this event loop, empty when nobody waits',
  // Equal input, equal value, whoever computes it: lost, it is computed again.
  'cms/town/frozen.ts parsed': 'texts parsed, by their digest',
  'cms/town/read.ts cards': 'pages drawn of a name on a grid',
  'cms/print/catalogue.ts fitsKnown':
    'which templates words fit, by the words and the versions of the templates',
  'cms/database/sqlite-decode.ts done': 'columns that were wrapped, as long as they live',
  'src/publish/members.ts sets': 'lists of screens as sets, as long as the lists live',
  'src/text/marks.ts MARKS': 'classes of marks',
  'src/text/marks.ts MARKS_1': 'classes of marks',
  'src/time/offset.ts zones': 'what the zones of the world say',
  'cms/collections/submissions/state.ts standingOfEach': 'loaders of one request, as long as it lives',
  'cms/collections/releases/state.ts stateOfEach': 'loaders of one request, as long as it lives',
  // Kept beside Payload, its adapter or the ports, and lost with them.
  'beside announcements': 'what an open transaction will say; one that its process does not end never was',
  'beside endings': 'what an open transaction will do at its end, as above',
  'beside starter-turns': 'who loads the starter library now; who comes after finds it loaded in the audit',
  'beside import-turns':
    'who imports now; who comes after sees what was made, and a broken one is undone from the audit',
  'beside audit-turns': 'writes of one open transaction, one after the other',
  'beside tampering': 'rows told in the audit; lost, each is told there once more',
  'beside told-decisions': 'rows of the audit that were verified; lost, they are verified again',
  'beside signatures-that-held': 'signatures that were verified; lost, they are verified again',
  'beside verified-words': 'words that were verified; lost, they are verified again',
  'beside looked-through': 'what the word list said of releases; lost, they are looked through again',
  'beside unfit': 'contents that fit no grid; lost, they are laid out once more',
  // One page in one browser.
  'cms/code-page/browser/post.ts photo': 'the picture chosen on this page',
  'cms/components/content/live.ts liveOf': 'pages and findings of the forms open on this page',
  'cms/components/content/proposed.ts proposedOf':
    'fields of the forms open on this page that were filled from a pasted text',
  'cms/components/content/returned.ts returnedByRow': 'comments of the forms open on this page',
  'cms/components/writing/born.ts idOf': 'rows that forms open on this page have made',
  'cms/forms/unborn.ts made': 'the configuration that pages are drawn by, made once of the one there is',
  'cms/components/writing/savers.ts open': 'forms open on this page',
  'cms/components/writing/mendings.ts mendingOf': 'what was put right on this page',
  'cms/components/writing/mendings.ts leftIn': 'what a person left as typed on this page',
  'cms/components/submission/fonts.ts loading': 'fonts of this page',
}

const COLLECTIONS = /^(?:Weak)?(?:Map|Set)$|^LRUCache$|^Array$|^AsyncLocalStorage$/
const CHANGES = new Set([
  'set',
  'add',
  'delete',
  'clear',
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'run',
  'enterWith',
])

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
const partsOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)
const walk = (node: Node, see: (node: Node) => void): void => {
  see(node)
  for (const part of partsOf(node)) walk(part, see)
}
/** Without `as`, `satisfies`, `!` and parentheses. */
const bare = (node: unknown): Node | null => {
  if (!isNode(node)) return null
  return /^TS(?:As|Satisfies|NonNull)|^Parenthesized/.test(node.type) ? bare(node['expression']) : node
}
const nameOf = (node: unknown): string => {
  const found = bare(node)
  return found?.type === 'Identifier' ? String(found['name']) : ''
}

const trees = new Map<string, Node>()
const treeOf = (source: string): Node => {
  const known = trees.get(source)
  if (known) return known
  const made = parse(source, { sourceType: 'module', plugins: ['typescript', 'jsx'] })
    .program as unknown as Node
  trees.set(source, made)
  return made
}

type Declared = { readonly name: string; readonly kind: string; readonly init: Node | null }

const declaredAtTop = (program: Node): readonly Declared[] =>
  (program['body'] as readonly Node[])
    .map((statement) =>
      statement.type === 'ExportNamedDeclaration' && isNode(statement['declaration'])
        ? statement['declaration']
        : statement,
    )
    .filter(({ type, declare }) => type === 'VariableDeclaration' && declare !== true)
    .flatMap((statement) =>
      (statement['declarations'] as readonly Node[]).map((one) => ({
        name: nameOf(one['id']),
        kind: String(statement['kind']),
        init: bare(one['init']),
      })),
    )

const isCollection = (init: Node | null): boolean =>
  init?.type === 'ArrayExpression' ||
  init?.type === 'ObjectExpression' ||
  (init?.type === 'NewExpression' && COLLECTIONS.test(nameOf(init['callee'])))

/** Names of the file that something is put into, taken out of or written over. */
const changedIn = (program: Node): ReadonlySet<string> => {
  const changed = new Set<string>()
  walk(program, (node) => {
    const target = bare(
      node.type === 'CallExpression'
        ? node['callee']
        : node.type === 'AssignmentExpression'
          ? node['left']
          : node.type === 'UpdateExpression' ||
              (node.type === 'UnaryExpression' && node['operator'] === 'delete')
            ? node['argument']
            : null,
    )
    if (target?.type !== 'MemberExpression') return
    const verb = nameOf(target['property'])
    if (node.type !== 'CallExpression' || CHANGES.has(verb)) changed.add(nameOf(target['object']) || '?')
  })
  return changed
}

/** Whether a function keeps something between two calls of what it answers: a collection or a `let` of its own. */
const remembers = (init: Node | null): boolean => {
  if (init?.type !== 'ArrowFunctionExpression' && init?.type !== 'FunctionExpression') return false
  const body = init['body'] as Node
  if (body.type !== 'BlockStatement') return false
  const answersFunctions = (body['body'] as readonly Node[]).some(
    ({ type, argument }) =>
      type === 'ReturnStatement' && /Function|ObjectExpression/.test(bare(argument)?.type ?? ''),
  )
  return (
    answersFunctions &&
    declaredAtTop({ type: 'Program', body: body['body'] }).some(
      (one) => one.kind === 'let' || (isCollection(one.init) && one.init?.type === 'NewExpression'),
    )
  )
}

/** Names of functions of the house whose answer remembers. */
const rememberersIn = (sources: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...sources.values()].flatMap((source) =>
      declaredAtTop(treeOf(source))
        .filter(({ init }) => remembers(init))
        .map(({ name }) => name),
    ),
  )

/** State in one file, as it is named in the list above. */
const stateIn = (
  file: string,
  source: string,
  rememberers: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const program = treeOf(source)
  const declared = declaredAtTop(program)
  const changed = declared.some(({ init }) => isCollection(init)) ? changedIn(program) : new Set()
  const found = new Set<string>()
  for (const { name, kind, init } of declared) {
    const called = init?.type === 'CallExpression' ? nameOf(init['callee']) : ''
    if (kind !== 'const' || (isCollection(init) && changed.has(name)) || rememberers.has(called))
      found.add(`${file} ${name}`)
  }
  if (!/globalThis|keptOn/.test(source)) return [...found]
  walk(program, (node) => {
    // The garbage collector is nobody's state.
    if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
      const isGlobal = nameOf(node['object']) === 'globalThis'
      if (isGlobal && nameOf(node['property']) !== 'gc') found.add(`${file} globalThis`)
    }
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'keptOn') {
      const [, name] = node['arguments'] as readonly Node[]
      found.add(`beside ${String(name?.['value'] ?? '?')}`)
    }
  })
  return [...found]
}

const files = (house.filesOfHouse() as readonly string[]).filter((file) => /^(?:src|cms)\//.test(file))
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

describe('HOUSE-11 no module keeps state for the town', () => {
  it('HOUSE-11 what is kept in a module, in globalThis or beside Payload is on the list, and all of the list is there', () => {
    const rememberers = rememberersIn(sources)
    const found = [...sources].flatMap(([file, source]) => stateIn(file, source, rememberers))
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(ALLOWED).toSorted())
  })

  it.each([
    ['let', 'let running = 0', 'x.ts running'],
    ['an exported let', 'export let running = 0', 'x.ts running'],
    [
      'a map',
      'const jobs = new Map<string, Job>()\nexport const put = (id: string) => jobs.set(id, 1)',
      'x.ts jobs',
    ],
    [
      'a cache',
      'const kept = new LRUCache<string, Page>({ max: 9 })\nexport const keep = (id: string) => kept.set(id, 1)',
      'x.ts kept',
    ],
    ['a list', 'const told: string[] = []\nexport const tell = () => told.push("x")', 'x.ts told'],
    ['an object', 'const life = { on: false }\nexport const on = () => { life.on = true }', 'x.ts life'],
    ['a count', 'const life = { n: 0 } as Life\nexport const on = () => { life.n++ }', 'x.ts life'],
    ['a global', 'export const on = () => { (globalThis as Slotted)[SLOT] = 1 }', 'x.ts globalThis'],
    [
      'a thing beside Payload',
      'export const of = (p: Payload) => keptOn(p, "jobs", () => new Map())',
      'beside jobs',
    ],
    ['a function that remembers', 'const turn = inTurn()', 'x.ts turn'],
  ])('HOUSE-11 finds %s', (_, source, name) => {
    expect(stateIn('x.ts', source, new Set(['inTurn']))).toContain(name)
  })

  it('HOUSE-11 finds the functions whose answer remembers, and lets what never changes pass', () => {
    const made = 'export const inTurn = () => { let last = 0\n return () => (last += 1) }'
    expect([...rememberersIn(new Map([['a.ts', made]]))]).toEqual(['inTurn'])
    const still = `const NAMES = new Set(['a'])\nexport const has = (name: string) => NAMES.has(name)\nconst LIST = [1].map(String)\nexport const make = () => { const own = new Map(); own.set(1, 1); return own }`
    expect(stateIn('x.ts', still)).toEqual([])
  })
})
