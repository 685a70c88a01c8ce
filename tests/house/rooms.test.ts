import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain script, without types
import { LINT_FILE, PURE_ROOMS, lintText } from '../../scripts/rooms.mjs'

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

  it.each([
    ['src/time', `import { x } from '../schedule/due.ts'\nexport const y = x`],
    ['src/time', `import type { X } from '../adapters/http.ts'\nexport type Y = X`],
    ['src/schedule', `export const y = () => import('../publish/compile.ts')`],
    ['src/programme', `export * from '../page/layout.ts'`],
    ['src/page', `import { readFileSync } from 'node:fs'\nexport const y = readFileSync`],
    ['src/adapters', `import { x } from '../../display-client/main.ts'\nexport const y = x`],
    ['cms', `import { x } from '../src/adapters/http.ts'\nexport const y = x`],
    ['cms', `import type { X } from '../src/publish/compile.ts'\nexport type Y = X`],
    ['display-client/core', `import { x } from '../store/open.ts'\nexport const y = x`],
    ['display-client/link', `import { x } from '../stage/stage.ts'\nexport const y = x`],
  ])('HOUSE-1 refuses a planted import in %s', (room, source) => {
    expect(lintPlanted(room, source)).toContain('no-restricted-imports')
  })

  it('HOUSE-1 lets an allowed import through', () => {
    const source = `import { LEVELS } from '../model/level.ts'\nexport const strongest = LEVELS[0]\n`
    expect(lintPlanted('src/time', source)).not.toContain('no-restricted-imports')
  })
})

describe('HOUSE-2 pure rooms read no clock and throw no dice', () => {
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
