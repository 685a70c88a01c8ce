import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RefusalError } from '../../../src/errors/refusal.ts'
import { lintTemplate } from '../../../src/adapters/template-gate/lint-template.ts'

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
    '#import sys: inputs',
    '#json.decode(sys.inputs.sheet)',
    '#sys . inputs',
    '#read("a/../../b")',
    '#image("../b.png")',
    '#link("http://a.cn")',
    '#image("file:///etc/x")',
  ])('TPL-22 %s is refused with file and line', (source) => {
    expect(() => lintTemplate('template.typ', `// first\n${source}`)).toThrow(/template\.typ line 2/)
  })

  it('TPL-22 sys.inputs, which is always empty, is refused by name with what to use instead', () => {
    const refused = (source: string): unknown => {
      try {
        return lintTemplate('template.typ', source)
      } catch (error) {
        return (error as RefusalError).refusals
      }
    }
    expect(refused('#let d = json(bytes(sys.inputs.sheet))')).toMatchObject([
      {
        code: 'TEMPLATE_FORBIDDEN',
        got: 'sys.inputs (template.typ:1)',
        message_zh: '模板里不能有 sys.inputs（里面是空的，内容请用 sheet-data），在 template.typ 第 1 行',
        message_en: expect.stringContaining('sheet-data'),
      },
    ])
  })

  it('TPL-22 mail addresses, dots and evaluations by name are let be', () => {
    for (const source of ['#let evaluation = 1', '"a@b.cn"', '..args', '#let system = 1'])
      expect(() => lintTemplate('template.typ', source)).not.toThrow()
  })
})
