import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegistry } from '../../../src/adapters/print/templates.ts'
import { buildSchema, KINDS_ON_PAPER } from '../../builders/print.ts'

let root: string
const said: string[] = []

const put = (place: string, schema: object | string, name = 'template.typ'): void => {
  mkdirSync(join(root, place), { recursive: true })
  writeFileSync(join(root, place, name), '#let x = 1')
  writeFileSync(
    join(root, place, 'schema.json'),
    typeof schema === 'string' ? schema : JSON.stringify(schema),
  )
}

const registry = () =>
  openRegistry({
    kinds: KINDS_ON_PAPER,
    shipped: join(root, 'shipped'),
    installed: join(root, 'installed'),
    say: (folder, why) => said.push(`${folder.slice(root.length + 1)}: ${why}`),
  })

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'registry-'))
  put('shipped/case', buildSchema({ id: 'case', version: 3 }))
  put('shipped/notice', buildSchema({ id: 'notice' }))
  put('shipped/library', buildSchema({ id: 'library' }))
  put('shipped/broken', '{')
  put('shipped/wrong', { ...buildSchema(), pages: 0 })
})
afterAll(() => rmSync(root, { recursive: true }))

describe('template registry', () => {
  it('TPL-20 what is no template is told and left out, the library is none', () => {
    expect(
      registry()
        .all()
        .map(({ schema }) => schema.id),
    ).toEqual(['case', 'notice'])
    expect(said.join('\n')).toMatch(/shipped\/broken: [\s\S]*shipped\/wrong: pages/)
    expect(said).toHaveLength(2)
  })

  it('TPL-20 of each id the highest version stands, wherever it lies', () => {
    const open = registry()
    put('installed/case@2', buildSchema({ id: 'case', version: 2 }))
    put('installed/notice@2', buildSchema({ id: 'notice', version: 2 }))
    put('installed/own@1', buildSchema({ id: 'own' }))
    put('installed/.half.part', buildSchema({ id: 'half' }))
    expect(open.get('own')).toBeUndefined()
    open.reload()
    expect(open.all().map(({ schema }) => `${schema.id} ${schema.version}`)).toEqual([
      'case 3',
      'notice 2',
      'own 1',
    ])
    expect(open.get('case')?.files).toEqual([])
    expect(open.get('notice')).toMatchObject({ main: 'installed/notice-2/template.typ' })
  })

  it('TPL-20 an installed folder with a link or a strange file in it is none', () => {
    put('installed/linked@1', buildSchema({ id: 'linked' }))
    symlinkSync('/etc/hostname', join(root, 'installed/linked@1/x.png'))
    put('installed/strange@1', buildSchema({ id: 'strange' }), 'template.wasm')
    expect(registry().get('linked')).toBeUndefined()
    expect(registry().get('strange')).toBeUndefined()
  })
})
