import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { parse, type ParserPlugin } from '@babel/parser'
import { describe, expect, it } from 'vitest'

const HOUSE = ['src', 'cms', 'display-client', 'scripts', 'tests']
/** Made by a tool, or planted for a moment by the test of the walls. */
const MADE =
  /node_modules|\/\.next\/|^cms\/migrations|payload-types|next-env|importMap|\.generated\.|\/planted-/

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !MADE.test(file))

const papers = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...filesUnder('docs')].filter(
  (file) => extname(file) === '.md',
)
const sources = HOUSE.flatMap(filesUnder)

/** A comment as one line: without the stars and line ends it is set with. */
const inOneLine = (comment: string): string => comment.replace(/\s*\n[ *]*/g, ' ').trim()

type Written = { readonly type: string; readonly value: string }

/** Lines of `//` that follow each other are one comment, so that what is broken between two of them is found too. */
const paragraphsOf = (comments: readonly Written[]): readonly string[] => {
  const paragraphs: string[] = []
  let open = false
  for (const { type, value } of comments) {
    const isLine = type === 'CommentLine'
    if (isLine && open) paragraphs.push(`${paragraphs.pop() ?? ''}\n${value}`)
    else paragraphs.push(value)
    open = isLine
  }
  return paragraphs
}

/** Comments of a source by its kind; of what has none (pictures, data), nothing. */
const commentsOf = (file: string, text: string): readonly string[] => {
  switch (extname(file)) {
    case '.ts':
    case '.mts':
    case '.tsx':
    case '.mjs':
    case '.js': {
      const plugins: ParserPlugin[] = [['typescript', { dts: /\.d\.m?ts$/.test(file) }]]
      if (extname(file) === '.tsx') plugins.push('jsx')
      const { comments } = parse(text, { sourceType: 'module', plugins })
      return paragraphsOf(comments ?? []).map(inOneLine)
    }
    case '.css':
    case '.scss':
    case '.typ':
      return (text.match(/\/\*[\s\S]*?\*\/|(?<=^\s*)\/\/.*$/gm) ?? []).map(inOneLine)
    case '.html':
      return (text.match(/<!--[\s\S]*?-->/g) ?? []).map(inOneLine)
    default:
      return []
  }
}

/** `Hint, fetch, verify, switch` → `hint-fetch-verify-switch`, as hosts of repositories make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))

const rules = new Set(
  [...readFileSync('docs/rules.md', 'utf8').matchAll(/^- \*\*([A-Z0-9]+-?\d+)\*\*/gm)].map(
    ([, id = '']) => id,
  ),
)
const families = new Set([...rules].map((id) => id.replace(/-?\d+$/, '')))
const RULE = /(?<![\w-])([A-Z][A-Z0-9]{0,4}?)(-?)(\d+)(?![\w-])/g

/** Rules named in `text` that the book does not have, though it has others of their family. */
const unknownRules = (text: string): readonly string[] =>
  [...text.matchAll(RULE)]
    .filter(([, family = '', dash]) => families.has(family) && (family === 'I') === (dash === ''))
    .map(([id]) => id)
    .filter((id) => !rules.has(id))

/** `docs/decisions/0006` stands for the one file whose name begins so. */
const fileOf = (path: string): string | undefined => {
  if (existsSync(path)) return path
  const name = /^docs\/decisions\/(\d{4})$/.exec(path)?.[1]
  const found = name && readdirSync('docs/decisions').find((file) => file.startsWith(`${name}-`))
  return found ? join('docs/decisions', found) : undefined
}

const leadsNowhere = (path: string, anchor: string | undefined): boolean => {
  const file = fileOf(path)
  return !file || (anchor !== undefined && !anchorsIn(file).includes(anchor))
}

/** A paper named by a word with a number or a colon behind it; the planted ones below show how. */
const BY_WORD =
  /\b(?:design|facts?|decisions?|issues?|look|spec|paper)\b:? (?:(?!of |in |at |and |or |to |is |are )[a-z][a-z-]* )?\d[\d.–-]*|\((?:design|facts?|decisions?|issues?|look|spec|paper): ?[^)]*\)?/gi
const PATH = /\bdocs\/[\w/.-]*\w(?:#([\w-]+))?|[\w/.-]*[\w-]\.md\b(?:#([\w-]+))?/g
const OUTSIDE = /(?:\.\.\/)+shared\b\S*|\bdesign\.md\b(?<!docs\/design\.md)/g

/** A file of ours by its whole path. */
const FILE =
  /(?<![\w/.-])(?:src|cms|display-client|scripts|tests|media)\/[\w/.-]*\w\.(?:tsx?|mjs|typ|json|txt|png|s?css)\b/g
const filesGone = (text: string): readonly string[] =>
  (text.match(FILE) ?? []).filter((path) => !existsSync(path))

/** What a comment of `file` cites that is not in the repository. */
const lostIn = (file: string, comment: string): readonly string[] => [
  ...(comment.match(BY_WORD) ?? []),
  ...(comment.match(OUTSIDE) ?? []),
  ...[...comment.matchAll(PATH)]
    .filter(([path, one, two]) => {
      const bare = path.replace(/#.*$/, '')
      return leadsNowhere(bare, one ?? two) && leadsNowhere(normalize(join(dirname(file), bare)), one ?? two)
    })
    .map(([path]) => path),
  ...unknownRules(comment),
  ...filesGone(comment),
]

/** Most files cite nothing that is lost even if all of them counted as comment, and are not parsed. */
const lostInSource = (file: string, text: string): readonly string[] =>
  lostIn(file, text.replace(/\s*\n[ */]*/g, ' ')).length === 0
    ? []
    : commentsOf(file, text).flatMap((comment) => lostIn(file, comment).map((cited) => `${file}: ${cited}`))

describe('HOUSE-9 whatever a comment or a paper cites is in the repository', () => {
  it('HOUSE-9 no comment cites a paper, a section or a rule that is not there', () => {
    expect(sources.length).toBeGreaterThan(800)
    expect(sources.flatMap((file) => lostInSource(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it('HOUSE-9 every link between the papers leads to a file and a section', () => {
    const lost = papers.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)]
        .filter(([, path = '', anchor]) =>
          leadsNowhere(path ? normalize(join(dirname(file), path)) : file, anchor),
        )
        .map(([link]) => `${file}: ${link}`),
    )
    expect(lost).toEqual([])
  })

  it('HOUSE-9 no paper cites a rule that is not in the book', () => {
    const lost = papers
      .filter((file) => file !== 'docs/rules.md')
      .flatMap((file) => unknownRules(readFileSync(file, 'utf8')).map((id) => `${file}: ${id}`))
    expect(lost).toEqual([])
  })

  it('HOUSE-9 no paper names a file that is gone', () => {
    const lost = papers.flatMap((file) =>
      filesGone(readFileSync(file, 'utf8')).map((path) => `${file}: ${path}`),
    )
    expect(lost).toEqual([])
  })

  it.each([
    ['a.ts', '/** What people approve (design 5.1). */', '(design 5.1)'],
    ['a.ts', '// never enlarged (facts: posters 4)', 'facts: posters 4'],
    [
      'a.ts',
      '/**\n * Plain http has no service worker (design\n * 8): then nothing happens.\n */',
      'design 8',
    ],
    ['a.ts', '// opened by the screens alone (facts\n// 2.6)', 'facts 2.6'],
    ['a.tsx', 'export const A = () => <p>{/* (look: Type) */}</p>', '(look: Type)'],
    ['a.ts', '/** One person may hold several (issue: people). */', '(issue: people)'],
    ['a.mjs', '// as settled (decisions 2)', 'decisions 2'],
    ['a.ts', '/** See ../shared/facts/player.md. */', '../shared/facts/player.md'],
    ['a.ts', '// (docs/decisions/9999)', 'docs/decisions/9999'],
    ['a.ts', '// (docs/rules.md#no-such-section)', 'docs/rules.md#no-such-section'],
    ['a.ts', '// never a mix (PUB-999)', 'PUB-999'],
    ['a.ts', '/** As src/page/no-such-file.ts says. */', 'src/page/no-such-file.ts'],
    ['a.scss', '.a { } /* one family (facts 2.6) */', 'facts 2.6'],
  ])('HOUSE-9 a citation planted in %s is found: %s', (file, text, cited) => {
    const [found = ''] = lostInSource(file, text)
    expect(`(${found.slice(file.length + 2)})`).toContain(cited.replace(/^\(|\)$/g, ''))
  })

  it.each([
    ['a.ts', '/** Verified (I8, SCH-7), as docs/decisions/0006 says; docs/rules.md#the-house numbers it. */'],
    [
      'a.ts',
      '/** A decision and who took it; the facts of 20 rows are looked at. SHA-256, UTF-8, GB/T 15834. */',
    ],
    ['a.ts', "export const told = 'design 5.4' // a text is no comment"],
  ])('HOUSE-9 plain words and true citations pass in %s: %s', (file, text) => {
    expect(lostInSource(file, text)).toEqual([])
  })
})
