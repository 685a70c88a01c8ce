import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/content/index.ts'

const NAMES = new Set(KINDS.all.flatMap(({ kind, collection }) => [kind, collection]))

const ANY = new RegExp(`\\b(?:${[...NAMES].join('|')})\\b`)

/** A kind's own folder and form, what is written in it for a town to begin with, and what is made by machines. */
const OWN = [
  ...KINDS.all.flatMap(({ kind, collection }) => [`src/content/${kind}/`, `cms/collections/${collection}/`]),
  'cms/seed/',
  'cms/starter/',
  'cms/migrations/',
  'cms/payload-types.ts',
]

/** What names a kind and must, with the reason. */
const LET: Readonly<Record<string, string>> = {
  'src/review/policies.ts':
    'a policy is a row by kind: which of them is issued without a fresh second factor',
  'src/poster/fields.ts': 'the English name of a field happens to be that of a kind',
  'scripts/posters/texts.ts': 'samples made of the starter library',
  'scripts/posters/floors.ts': 'lists of a case and of a technique as long as its template takes them',
  'scripts/led-sheet.ts': 'the starter contents it draws',
  'scripts/posters/make.ts': 'which samples are shown in the guide',
  'scripts/screenshots/take.ts': 'which content of the starter library is photographed',
}

type Node = Readonly<Record<string, unknown>> & { readonly type?: string }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const textIn = (node: Node): unknown => {
  if (node.type === 'StringLiteral') return node['value']
  if (node.type === 'TemplateElement') return (node['value'] as { cooked?: unknown }).cooked
  const key = node['key'] as Node | undefined
  const isKey = /^(?:ObjectProperty|TSPropertySignature)$/.test(node.type ?? '') && !node['computed']
  return isKey && key?.type === 'Identifier' ? key['name'] : undefined
}

/** Every kind or collection of a kind that the source names as a string or as a key. */
const namedIn = (source: string): readonly string[] => {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (!isNode(value)) return
    const text = textIn(value)
    if (typeof text === 'string' && NAMES.has(text)) found.push(text)
    for (const [name, inner] of Object.entries(value)) if (!/^(?:loc|.*[cC]omments)$/.test(name)) walk(inner)
  }
  walk(parse(source, { sourceType: 'module', plugins: ['typescript', 'jsx'] }).program)
  return found
}

const FILES = ['src', 'cms', 'display-client', 'scripts'].flatMap((wing) =>
  readdirSync(wing, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !/node_modules|\.next|planted-|\.d\.ts$/.test(file) && !OWN.some((own) => file.startsWith(own)),
    ),
)

describe('CNT-2 what names a kind of content', () => {
  it('CNT-2 its folder, its form and the starter library do; of all other files those listed with a reason', () => {
    const naming = FILES.filter((file) => {
      const source = readFileSync(file, 'utf8')
      return ANY.test(source) && namedIn(source).length > 0
    })
    expect(naming.toSorted()).toEqual(Object.keys(LET).toSorted())
  })

  it('CNT-2 finds a name in a comparison, a list, a key and a type', () => {
    expect(namedIn(`if (body.kind === 'case') x()`)).toEqual(['case'])
    expect(namedIn(`const all = ['cases', 'users']`)).toEqual(['cases'])
    expect(namedIn(`const words = { slogan: 1, "technique": 2 }`)).toEqual(['slogan', 'technique'])
    expect(namedIn('type One = { readonly slogan: string; kind: `case` }')).toEqual(['slogan', 'case'])
    expect(namedIn(`switch (x) { case 1: break }\nimport './case/index.ts'`)).toEqual([])
  })
})
