/**
 * Makes media/words/zh.txt, the dictionary that lines are broken by: `node scripts/words.mjs <dict.txt of @node-rs/jieba 2.0.3>`
 * (`npm pack @node-rs/jieba@2.0.3`). Same inputs give the same bytes (docs/decisions/0017-words.md).
 *
 * One line for each first character: the character, its own price, then for each word that begins with it the rest of the word and
 * its price. A price is one character from `#` (most frequent) on, PRICES to a natural logarithm of the word's share.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const SOURCE = '139519822fe8ab9e10d9d07e68ea0451045380aedaf54ecc51e2a28c6b42a13f'
const MOST_BYTES = 1_500_000
const FIRST_PRICE = 0x23
const LAST_PRICE = 0x7e
const PRICES = 4.5
/** A house word must be cheaper than its best split by this. */
const ADVANTAGE = 3

const [, , path] = process.argv
if (!path) throw new Error('node scripts/words.mjs <dict.txt>')
const bytes = readFileSync(path)
if (createHash('sha256').update(bytes).digest('hex') !== SOURCE) throw new Error(`${path} is another edition`)

const rows = bytes
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
const total = rows.reduce((sum, [, count]) => sum + Number(count), 0)

const HANZI = /^[\u3400-\u9fff]+$/u
const NAMES = /^n[rzst]/
/** Rare names and long strings of words are of no use to a line break. */
const isKept = ([word, count, tag]) => {
  if (!HANZI.test(word) || word.length > 8) return false
  if (word.length === 1) return true
  const least = NAMES.test(tag) ? 10 : ({ 2: 4, 3: 3, 4: 5 }[word.length] ?? 20)
  return Number(count) >= least
}

const clamp = (price) => Math.max(0, Math.min(LAST_PRICE - FIRST_PRICE, price))
const prices = new Map(
  rows
    .filter(isKept)
    .map(([word, count]) => [word, clamp(Math.round(-Math.log(Number(count) / total) * PRICES))]),
)

const splitPrice = (word) => {
  const best = [0]
  for (let end = 1; end <= word.length; end++) {
    best[end] = Infinity
    for (let from = 0; from < end; from++) {
      if (end - from === word.length) continue
      const price =
        prices.get(word.slice(from, end)) ?? (end - from === 1 ? LAST_PRICE - FIRST_PRICE : Infinity)
      best[end] = Math.min(best[end], best[from] + price)
    }
  }
  return best[word.length]
}

const house = readFileSync(new URL('words/house.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
// Short ones first: a long one must beat the split into them.
for (const word of house.toSorted((a, b) => a.length - b.length))
  prices.set(word, Math.min(prices.get(word) ?? Infinity, clamp(splitPrice(word) - ADVANTAGE)))

const groups = new Map()
for (const [word, price] of [...prices].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [first] = word
  groups.set(first, (groups.get(first) ?? first) + word.slice(1) + String.fromCharCode(FIRST_PRICE + price))
}
const text = [...groups.values()].join('\n') + '\n'
if (Buffer.byteLength(text) > MOST_BYTES)
  throw new Error(`the dictionary has ${Buffer.byteLength(text)} bytes`)
mkdirSync(new URL('../media/words/', import.meta.url), { recursive: true })
writeFileSync(new URL('../media/words/zh.txt', import.meta.url), text)
console.log(`${prices.size} words, ${Buffer.byteLength(text)} bytes`)
