/**
 * Which room imports which, types included. A room is a folder: of `src`, `src/adapters`, `display-client`, `cms`,
 * `cms/collections`, `cms/components`, and every folder of `cms/app`; the files that lie directly in one of those are a
 * room too.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parse } from '@babel/parser'

const FLOORS = ['src', 'src/adapters', 'display-client', 'cms', 'cms/collections', 'cms/components']
/** Not of the house; and what a test plants in a room to see it refused, which may be gone before it is read. */
const SKIPPED = /node_modules|\.next|cms\/migrations|payload-types|\.generated\.|\/planted-|\.d\.ts$/
/** Names that stand for a file of ours. */
const ALIASES = { '@payload-config': 'cms/payload.config.ts' }

const textOf = (node) => {
  if (node?.type === 'StringLiteral') return node.value
  const isPlain = node?.type === 'TemplateLiteral' && node.expressions.length === 0
  return isPlain ? node.quasis[0].value.cooked : undefined
}

const isOnlyTypes = ({ importKind, exportKind, specifiers = [] }) =>
  importKind === 'type' ||
  exportKind === 'type' ||
  (specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'))

/** One import as it is written; `?` where only the running program knows what it names. */
const importOf = (node) => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { path: node.source.value, types: isOnlyTypes(node) } : undefined
    case 'CallExpression':
      return node.callee.type === 'Import'
        ? { path: textOf(node.arguments[0]) ?? '?', types: false }
        : undefined
    case 'TSImportType':
      return { path: textOf(node.argument) ?? textOf(node.argument?.literal), types: true }
    default:
      return undefined
  }
}

function* nodesOf(value) {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one)
  else if (value !== null && typeof value === 'object') {
    if (typeof value.type === 'string') yield value
    for (const [name, child] of Object.entries(value)) if (name !== 'loc') yield* nodesOf(child)
  }
}

const importsIn = (text, file) => {
  const plugins = file.endsWith('.ts') ? ['typescript'] : ['typescript', 'jsx']
  const { program } = parse(text, { sourceType: 'module', plugins })
  const found = [...nodesOf(program)].flatMap((node) => importOf(node) ?? [])
  return { found, isClient: program.directives.some(({ value }) => value.value === 'use client') }
}

/** The files of ours that one imports, by their names from the top of the house. */
const roadsOf = (file, text) => {
  const { found, isClient } = importsIn(text, file)
  const roads = found.flatMap(({ path, types }) => {
    const target =
      ALIASES[path] ?? (path?.startsWith('.') ? posix.join(posix.dirname(file), path) : undefined)
    return target ? [{ target: posix.normalize(target), types }] : []
  })
  return { roads, isClient, unreadable: found.filter(({ path }) => path === '?').length }
}

export const roomOf = (file) => {
  if (file.startsWith('cms/app/')) return dirname(file)
  const floor = FLOORS.toSorted((a, b) => b.length - a.length).find((one) => file.startsWith(`${one}/`))
  if (!floor) return null
  const [first, ...rest] = file.slice(floor.length + 1).split('/')
  return rest.length > 0 ? `${floor}/${first}` : floor
}

export const filesOfHouse = () =>
  ['src', 'cms', 'display-client'].flatMap((wing) =>
    readdirSync(wing, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !SKIPPED.test(file)),
  )

/** Room → room it imports → the files that do, as `from → to`. */
export const roomGraph = (files = filesOfHouse(), read = (file) => readFileSync(file, 'utf8')) => {
  const graph = new Map()
  for (const file of files) {
    const own = roomOf(file)
    for (const { target } of roadsOf(file, read(file)).roads) {
      const other = roomOf(target)
      if (!own || !other || own === other || SKIPPED.test(target)) continue
      const roads = graph.get(own) ?? new Map()
      roads.set(other, [...(roads.get(other) ?? []), `${file} → ${target}`])
      graph.set(own, roads)
    }
  }
  return graph
}

/** Files that import what only a running program knows: no wall can be put before that. */
export const unreadableImports = (files = filesOfHouse(), read = (file) => readFileSync(file, 'utf8')) =>
  files.filter((file) => roadsOf(file, read(file)).unreadable > 0)

/** Pairs of rooms that import each other, each with the files. */
export const twoWayPairs = (graph) =>
  [...graph].flatMap(([room, roads]) =>
    [...roads.keys()]
      .filter((other) => room < other && graph.get(other)?.has(room))
      .map((other) => ({ rooms: [room, other], there: roads.get(other), back: graph.get(other).get(room) })),
  )

const reached = (graph, from) => {
  const seen = new Set()
  const open = [from]
  while (open.length > 0)
    for (const next of graph.get(open.pop())?.keys() ?? [])
      if (!seen.has(next)) {
        seen.add(next)
        open.push(next)
      }
  return seen
}

/** Sets of rooms of which each reaches each. */
export const knots = (graph) => {
  const reach = new Map([...graph.keys()].map((room) => [room, reached(graph, room)]))
  const found = []
  const done = new Set()
  for (const [room, there] of reach) {
    if (done.has(room) || !there.has(room)) continue
    const knot = [...there].filter((other) => reach.get(other)?.has(room))
    for (const one of knot) done.add(one)
    if (knot.length > 1) found.push(knot.toSorted())
  }
  return found
}

/** Rooms that hold no secret and reach no database: they may be sent to a browser. */
const FOR_BROWSERS =
  /^cms\/(?:(?:web|components|app|code-page|writing|fields)\/|base\/(?:words|wiring)\.)|^src\/(?:content|errors|lexicon|model|page|paint|picture|poster|programme|review|schedule|text|time)\//

/** Ways from a client component to a room of the server, each as the files it passes. */
export const serverRoadsOfClients = (files = filesOfHouse(), read = (file) => readFileSync(file, 'utf8')) => {
  const known = new Map(files.map((file) => [file, roadsOf(file, read(file))]))
  const found = []
  for (const client of files.filter((file) => known.get(file).isClient)) {
    const open = [[client]]
    const seen = new Set([client])
    while (open.length > 0) {
      const way = open.shift()
      for (const { target, types } of known.get(way.at(-1)).roads) {
        if (types || !known.has(target) || seen.has(target)) continue
        seen.add(target)
        if (FOR_BROWSERS.test(target)) open.push([...way, target])
        else found.push([...way, target].join(' → '))
      }
    }
  }
  return found
}

if (process.argv[1]?.endsWith('room-graph.mjs')) {
  const graph = roomGraph()
  const pairs = twoWayPairs(graph)
  for (const { rooms, there, back } of pairs) {
    console.log(`\n${rooms.join(' ⇄ ')}`)
    for (const road of [...there, ...back]) console.log(`  ${road}`)
  }
  const tied = knots(graph)
  for (const knot of tied) console.log(`\nknot of ${knot.length}: ${knot.join(', ')}`)
  const rooms = new Set(filesOfHouse().map(roomOf))
  console.log(`\n${rooms.size} rooms, ${pairs.length} two-way pairs, ${tied.length} knots`)
}
