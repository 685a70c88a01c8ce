import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain script, without types
import * as house from '../../scripts/room-graph.mjs'
// @ts-expect-error a plain script, without types
import { mayOf, PURE_ROOMS } from '../../scripts/room-lists.mjs'
// @ts-expect-error a plain script, without types
import { ROOMS } from '../../scripts/rooms.mjs'
// @ts-expect-error a plain script, without types
import { DOC_FILE, LINT_FILE, lintText, roomsText } from '../../scripts/walls.mjs'

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))

/** Lints one planted file inside a real room and says what was refused. */
const lintPlanted = (room: string, source: string): string => {
  const folder = mkdtempSync(join(room, 'planted-'))
  const flat = join(room, `planted-${folder.slice(-6)}.ts`)
  rmSync(folder, { recursive: true })
  writeFileSync(flat, source)
  try {
    return execFileSync('node_modules/.bin/oxlint', ['--format', 'unix', flat], { encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout: unknown }).stdout)
  } finally {
    rmSync(flat)
  }
}

describe('HOUSE-1 a room imports only what the table lets it', () => {
  it('HOUSE-1 the lint file is the one made from the table', () => {
    expect(readFileSync(LINT_FILE, 'utf8')).toBe(lintText())
  })

  it('HOUSE-5 docs/rooms.md is the one made from the table', () => {
    expect(readFileSync(DOC_FILE, 'utf8')).toBe(roomsText())
  })

  it.each([
    ['src/time', `import { x } from '../schedule/due.ts'\nexport const y = x`],
    ['src/time', `import type { X } from '../adapters/web/http.ts'\nexport type Y = X`],
    ['src/schedule', `export const y = () => import('../publish/compile.ts')`],
    ['src/programme', `export * from '../page/layout.ts'`],
    ['src/page', `import { readFileSync } from 'node:fs'\nexport const y = readFileSync`],
    ['src/adapters/disk', `import { x } from '../web/http.ts'\nexport const y = x`],
    ['src/adapters/disk', `import { x } from '../../../display-client/main.ts'\nexport const y = x`],
    ['src/adapters/web', `import type { X } from '../publishing/publisher.ts'\nexport type Y = X`],
    ['src/adapters/devices', `import { x } from '../../main.ts'\nexport const y = x`],
    ['src/adapters/images', `import { x } from '../../../cms/records/rows.ts'\nexport const y = x`],
    ['cms', `import { x } from '../src/adapters/web/http.ts'\nexport const y = x`],
    ['cms/records', `import type { X } from '../../src/publish/compile.ts'\nexport type Y = X`],
    ['cms/records', `import { x } from '../audit/append.ts'\nexport const y = x`],
    ['cms/audit', `import type { X } from '../workflow/submit.ts'\nexport type Y = X`],
    ['cms/base', `import { x } from '../config.ts'\nexport const y = x`],
    ['cms/collections/heads', `import { x } from '../audit/index.ts'\nexport const y = x`],
    ['cms/collections/heads', `export const y = () => import('../index.ts')`],
    ['cms/components/audit', `import { x } from '../../audit/append.ts'\nexport const y = x`],
    ['cms/components/today', `import { x } from '../NavTop.tsx'\nexport const y = x`],
    ['cms/app/(pages)/demo', `import { x } from '../../../records/rows.ts'\nexport const y = x`],
    ['display-client/core', `import { x } from '../store/open.ts'\nexport const y = x`],
    ['display-client/link', `import { x } from '../stage/stage.ts'\nexport const y = x`],
    ['display-client', `import { x } from './link/socket.ts'\nexport const y = x`],
  ])('HOUSE-1 refuses a planted import in %s', (room, source) => {
    expect(lintPlanted(room, source)).toContain('no-restricted-imports')
  })

  it('HOUSE-1 lets an allowed import through', () => {
    const source = `import { LEVELS } from '../model/level.ts'\nexport const strongest = LEVELS[0]\n`
    expect(lintPlanted('src/time', source)).not.toContain('no-restricted-imports')
  })
})

const { filesOfHouse, knots, roomGraph, roomOf, serverRoadsOfClients, twoWayPairs, unreadableImports } = house

type Graph = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

describe('HOUSE-7 rooms stand on each other, none on one that stands on it', () => {
  const graph = roomGraph() as Graph

  it('HOUSE-7 every folder is a room of the table, and its row names those it imports, no others', () => {
    const rooms = [...new Set((filesOfHouse() as string[]).map(roomOf))].toSorted() as string[]
    expect(Object.keys(ROOMS as object).toSorted()).toEqual(rooms)
    const imported = rooms.map((room) => [room, [...(graph.get(room)?.keys() ?? [])].toSorted()])
    expect(rooms.map((room) => [room, (mayOf(room) as string[]).toSorted()])).toEqual(imported)
  })

  it('HOUSE-7 no two rooms import each other, and none itself by a detour, types included', () => {
    expect(twoWayPairs(graph)).toEqual([])
    expect(knots(graph)).toEqual([])
  })

  it('HOUSE-7 no import is put together while the code runs', () => {
    // It runs a file of Payload's that has no name to be imported by.
    expect(unreadableImports()).toEqual(['cms/cli.ts'])
    const planted = ['cms/audit/late.ts']
    expect(unreadableImports(planted, () => "export const y = (a) => import('../workflow/' + a)")).toEqual(
      planted,
    )
  })

  it('HOUSE-7 finds a pair and a knot where they are planted', () => {
    const text: Readonly<Record<string, string>> = {
      'cms/a/one.ts': `import type { X } from '../b/two.ts'`,
      'cms/b/two.ts': `export * from '../a/one.ts'`,
      'src/c/three.ts': `export const y = () => import('../d/four.ts')`,
      'src/d/four.ts': `import { x } from '../e/five.ts'`,
      'src/e/five.ts': `import '../c/three.ts'`,
    }
    const planted = roomGraph(Object.keys(text), (file: string) => text[file])
    expect((twoWayPairs(planted) as { rooms: string[] }[]).map(({ rooms }) => rooms)).toEqual([
      ['cms/a', 'cms/b'],
    ])
    expect(knots(planted)).toEqual([
      ['cms/a', 'cms/b'],
      ['src/c', 'src/d', 'src/e'],
    ])
  })
})

describe('HOUSE-8 what runs in a browser brings no server room along', () => {
  it('HOUSE-8 no client component reaches one, by whatever detour', () => {
    expect(serverRoadsOfClients()).toEqual([])
  })

  it('HOUSE-8 finds one that is planted, through another file too; a type is no road', () => {
    const text: Readonly<Record<string, string>> = {
      'cms/components/a/Box.tsx': `'use client'\nimport { x } from './help.ts'`,
      'cms/components/a/help.ts': `import { rowsOf } from '../../records/rows.ts'`,
      'cms/components/a/Fine.tsx': `'use client'\nimport type { Row } from '../../records/rows.ts'`,
      'cms/components/a/Late.tsx':
        '/** Says why. */\n"use client"; import { r } from "./later.ts" // it\'s one line',
      'cms/components/a/later.ts': 'export const later = () => import(`../../records/rows.ts`)',
      'cms/components/a/Config.tsx': `'use client'\nimport config from '@payload-config'`,
      'cms/records/rows.ts': ``,
      'cms/payload.config.ts': ``,
    }
    const found = serverRoadsOfClients(Object.keys(text), (file: string) => text[file])
    expect(found).toEqual([
      'cms/components/a/Box.tsx → cms/components/a/help.ts → cms/records/rows.ts',
      'cms/components/a/Late.tsx → cms/components/a/later.ts → cms/records/rows.ts',
      'cms/components/a/Config.tsx → cms/payload.config.ts',
    ])
  })
})

describe('HOUSE-2 pure rooms read no clock and throw no dice', () => {
  it('HOUSE-2 each is checked without Node and without a page', () => {
    const { include } = JSON.parse(readFileSync('tsconfig.pure.json', 'utf8')) as { include: string[] }
    expect(include.toSorted()).toEqual((PURE_ROOMS as string[]).toSorted())
  })

  it.each(PURE_ROOMS as readonly string[])('HOUSE-2 %s', (room) => {
    mkdirSync(room, { recursive: true })
    const guilty = filesUnder(room).filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(readFileSync(file, 'utf8')),
    )
    expect(guilty).toEqual([])
  })
})

describe('HOUSE-3 files stay small', () => {
  it('HOUSE-3 none over 400 lines', () => {
    const long = ['src', 'cms', 'display-client', 'tests']
      .flatMap(filesUnder)
      .filter((file) => !/node_modules|\.next|migrations|payload-types|generated/.test(file))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 401)
    expect(long).toEqual([])
  })
})
