import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'acorn'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDisplay } from '../../../scripts/build-display.mjs'

const LIMIT_BYTES = 24 * 1024
const SCRIPTS = ['player.js', 'link.js', 'diag.js', 'sw.js'] as const

/** Built-ins younger than Chrome 52, which no build step replaces, and web views of 2016 lack. */
const TOO_YOUNG = [
  /\bglobalThis\b(?!`|')/,
  /\bBigInt\b/,
  /\bAbortController\b/,
  /\bResizeObserver\b/,
  /\bIntersectionObserver\b/,
  /\bstructuredClone\b/,
  /\bqueueMicrotask\b/,
  /\brandomUUID\b/,
  /\bcrypto\.subtle\b/,
  /\bOffscreenCanvas\b/,
  /\bPromise\.(allSettled|any|try|withResolvers)\b/,
  /\bObject\.(entries|values|fromEntries|getOwnPropertyDescriptors|hasOwn|groupBy)\b/,
  /\bArray\.fromAsync\b/,
  /\.(finally|flat|flatMap|at|replaceAll|matchAll|padStart|padEnd|trimStart|trimEnd)\(/,
  /\.(findLast|findLastIndex|toSorted|toReversed|with|replaceChildren|append|prepend|toggleAttribute)\(/,
  /\.(arrayBuffer|text)\(\)/,
]

/** Those that what the compiler or a library brings names and never needs, each in its place. */
const NAMED: { readonly [script: string]: readonly string[] } = {
  // Copying of `{ ...a }` asks whether it is there, then takes it.
  'player.js': ['Object.getOwnPropertyDescriptors'],
  // socket.io-client as published: framing of WebTransport, and a Blob to send; our line is a websocket, its words are texts.
  'link.js': ['BigInt', 'Object.getOwnPropertyDescriptors', '.arrayBuffer()'],
}

describe('the built player', () => {
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-build-'))
  const display = join(folder, 'display')
  let version = ''
  const read = (name: string): string => readFileSync(join(display, name), 'utf8')

  beforeAll(async () => {
    ;({ version } = await buildDisplay({ outDir: display }))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['player.js', 'link.js'])('PLY-4 %s is at most 24 KB gzip', (name) => {
    expect(gzipSync(read(name), { level: 9 }).length).toBeLessThanOrEqual(LIMIT_BYTES)
  })

  test.each(SCRIPTS)('PLY-5 %s is a classic script that parses as ES2015', (name) => {
    expect(() => parse(read(name), { ecmaVersion: 2015, sourceType: 'script' })).not.toThrow()
  })

  test.each(SCRIPTS)('PLY-5 %s uses no built-in younger than Chrome 52', (name) => {
    const found = TOO_YOUNG.flatMap((young) => young.exec(read(name))?.[0] ?? [])
    expect(found).toEqual(NAMED[name] ?? [])
  })

  test('PLY-6 the service worker keeps every file of the shell under the version of this build', () => {
    const worker = read('sw.js')
    expect(worker).toContain(version)
    for (const file of [
      '/display/',
      '/display/player.js',
      '/display/link.js',
      '/display/diag.js',
      '/display/fonts/sans-base.ttf',
    ]) {
      expect(worker).toContain(file)
    }
    expect(worker).toMatch(/\/display\/fonts\/pixel-base\.(ttf|otf)/)
  })

  test('PLY-6 the page asks nothing of another host', () => {
    const hosts = ['index.html', ...SCRIPTS].flatMap(
      (name) => read(name).match(/\bhttps?:\/\/[\w.-]+/g) ?? [],
    )
    // The library names its manual in an error message; nothing fetches it.
    expect(hosts.filter((host) => host !== 'https://socket.io')).toEqual([])
  })

  test('PLY-6 equal sources give equal bytes', async () => {
    const again = await buildDisplay({ outDir: join(folder, 'again') })
    expect(again.version).toBe(version)
  })
})
