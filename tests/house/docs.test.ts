import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessDoc, accessDocNow } from '../../scripts/access-doc.ts'
import { errorsDoc, errorsDocNow } from '../../scripts/errors-doc.ts'

const RULE = /\b[A-Z]{1,5}-?\d+\b/g

const rules = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^- \*\*([A-Z]{1,5}-?\d+)\*\*/gm)].map(
  ([, id = '']) => id,
)

const tests = readdirSync('tests', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name))

/** Rules named at the beginning of a test's or suite's title: `SCH-2 …`, `I4 I9 …`. */
const citedIn = (file: string): readonly string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /\b(?:it|test|describe)(?:\.each\((?:(?!\b(?:it|test|describe)\b)[\s\S])*?\))?\(\s*['"`]((?:[A-Z]{1,5}-?\d+[, ]+)+)/g,
    ),
  ].flatMap(([, ids = '']) => ids.match(RULE) ?? [])

describe('HOUSE-4 the rule book and the tests agree', () => {
  const cited = new Set(tests.flatMap(citedIn))

  it('HOUSE-4 every rule has a number of its own', () => {
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([])
  })

  it('HOUSE-4 every rule is proved by a test', () => {
    expect(rules.filter((id) => !cited.has(id))).toEqual([])
  })

  it('HOUSE-4 no test cites a rule that is gone', () => {
    expect([...cited].filter((id) => !rules.includes(id))).toEqual([])
  })
})

/** Papers that are there in both languages. */
const twins = ['.', 'docs/guides'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && existsSync(join(folder, name.replace(/\.md$/, '.zh-CN.md'))))
    .map((name) => [join(folder, name), join(folder, name.replace(/\.md$/, '.zh-CN.md'))] as const),
)

describe('HOUSE-5 documents made from code are up to date', () => {
  it('HOUSE-5 docs/errors.md lists every code', () => {
    expect(errorsDocNow()).toBe(errorsDoc())
  })

  it('HOUSE-5 docs/access.md says what the access matrix says', () => {
    expect(accessDocNow()).toBe(accessDoc())
  })

  it('CMS-96 no file of the desk asks for a role itself', () => {
    const asks = /\broles(?:\s*\?\?\s*\[\])?\)?\??\.(?:includes|some|find|filter)\(/
    const files = readdirSync('cms', { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.tsx?$/.test(name) && name !== 'payload-types.ts')
      .map(({ name, parentPath }) => join(parentPath, name))
      .filter((file) => !/^cms\/(?:access|\.next|migrations)\//.test(file))
    expect(files.length).toBeGreaterThan(200)
    expect(files.filter((file) => asks.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each(twins)('HOUSE-5 %s and its Chinese twin have the same sections', (english, chinese) => {
    const headingsOf = (file: string): number => (readFileSync(file, 'utf8').match(/^#{1,3} /gm) ?? []).length
    expect(headingsOf(chinese)).toBe(headingsOf(english))
  })
})
