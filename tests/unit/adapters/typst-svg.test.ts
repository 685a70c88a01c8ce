import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PER_POINT, wholeOutline } from '../../../src/adapters/typst/outline.ts'
import { lightened, onePage } from '../../../src/adapters/typst/svg.ts'

const HEAD = '<svg class="x" viewBox="0 0 100 150" width="100pt" height="150pt" xmlns="y">\n'
const page = (words: string): string =>
  `    <g transform="matrix(1 0 0 1 0 50)">\n        ${words}\n    </g>\n`
const glyph = (name: string, x: number, fill = '#1b1a18'): string =>
  `<use xlink:href="#${name}" x="${x}" y="0" fill="${fill}" fill-rule="nonzero"/>\n`
const symbol = (name: string, path: string): string =>
  `<symbol id="${name}" overflow="visible">\n  <path d="${path}"/>\n</symbol>\n`
const SQUARE = 'M 0 0m 1.004 2 h 3.004 v 3.004 h -3.004 Z '

describe('TYP-9 a preview shows the page that was asked for', () => {
  const three = `${HEAD}${page('one')}${page('two')}${page('three')}</svg>`
  it.each([
    [2, 'two', 'viewBox="0 50 100 50" width="100pt" height="50pt"'],
    [9, 'three', 'viewBox="0 100 100 50" width="100pt" height="50pt"'],
    [-1, 'one', 'viewBox="0 0 100 50" width="100pt" height="50pt"'],
  ])('TYP-9 page %s of three, and carries no other', (asked, words, box) => {
    const cut = onePage(three, 3, asked)
    expect(cut).toContain(box)
    expect(cut.match(/one|two|three/g)).toEqual([words])
    expect(onePage(three, 1, asked)).toBe(three)
    expect(onePage(three, 3, undefined)).toBe(three)
  })

  it('TYP-9 a page takes its own ground along, and no other page’s', () => {
    const ground = (colour: string): string => `    <path fill="${colour}" d="M 0 0h 100v 50h -100Z "/>\n`
    const two = `${HEAD}${ground('red')}${page('one')}${ground('blue')}${page('two')}</svg>`
    expect(onePage(two, 2, 2)).toMatch(/<g [^>]*>\s*<path fill="blue"[^>]*>\s*two/)
    expect(onePage(two, 2, 2)).not.toContain('red')
    expect(onePage(two, 2, 1)).not.toContain('blue')
  })
})

const length = fc.double({ min: -40, max: 40, noNaN: true }).map((n) => Number(n.toFixed(7)))
const step = fc.oneof(
  fc.tuple(fc.constantFrom('m', 'l'), fc.tuple(length, length)),
  fc.tuple(fc.constantFrom('h', 'v'), fc.tuple(length)),
  fc.tuple(fc.constant('q'), fc.tuple(length, length, length, length)),
  fc.tuple(fc.constant('Z'), fc.constant([])),
)

type Step = readonly [string, readonly number[]]

/** Where each step leads, by exact sums. */
const endsOf = (steps: readonly Step[]): readonly (readonly [number, number])[] => {
  let [x, y, fromX, fromY] = [0, 0, 0, 0]
  return steps.map(([kind, numbers]) => {
    const [dx = 0, dy = 0] = kind === 'h' ? numbers : kind === 'v' ? [0, ...numbers] : numbers.slice(-2)
    ;[x, y] = kind === 'z' || kind === 'Z' ? [fromX, fromY] : [x + dx, y + dy]
    if (kind === 'm') [fromX, fromY] = [x, y]
    return [x, y] as const
  })
}

const stepsOf = (path: string): readonly Step[] =>
  [...path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].map(([, kind = '', rest = '']) => [
    kind,
    (rest.match(/-?\d+/g) ?? []).map(Number),
  ])

describe('TYP-10 outlines in whole hundredths', () => {
  it('TYP-10 no point moves by more than half a hundredth, however long the contour', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 200 }), (steps) => {
        const path = steps.map(([kind, numbers]) => `${kind} ${numbers.join(' ')} `).join('')
        const drawn = endsOf(stepsOf(wholeOutline(path)))
        endsOf(steps).forEach(([x, y], i) => {
          expect(Math.abs((drawn[i]?.[0] ?? Number.NaN) / PER_POINT - x)).toBeLessThan(0.005001)
          expect(Math.abs((drawn[i]?.[1] ?? Number.NaN) / PER_POINT - y)).toBeLessThan(0.005001)
        })
      }),
    )
  })
})

describe('TYP-10 a drawing is made light', () => {
  it('TYP-10 glyphs beside each other in one colour are one path, and nothing points to a symbol', () => {
    const svg = `${HEAD}<g>${glyph('a', 0)}${glyph('a', 5.5)}${glyph('a', 9, '#c2311c')}</g>${symbol('a', SQUARE)}</svg>`
    const square = 'm 100 200h 301v 300h-301Z'
    expect(lightened(svg, new Map())).toBe(
      `${HEAD.trim()}<g><path transform="scale(0.01)" fill="#1b1a18" d="M0 0${square}M550 0${square}"/>` +
        `<path transform="scale(0.01)" fill="#c2311c" d="M900 0${square}"/></g></svg>`,
    )
  })

  it('TYP-10 a glyph drawn in another way than expected stays as it is, with its symbol', () => {
    const svg = `${HEAD}<g>${glyph('a', 0)}${glyph('b', 5)}</g>${symbol('a', SQUARE)}${symbol('b', 'M 0 0L 5 5 Z ')}</svg>`
    const light = lightened(svg, new Map())
    expect(light).toContain('<use xlink:href="#b" x="5"')
    expect(light).toContain('<symbol id="b"')
    expect(light).not.toContain('<use xlink:href="#a"')
  })

  it('TYP-10 outlines are learnt once, and forgotten before they are too many (I10)', () => {
    const known = new Map(Array.from({ length: 4_001 }, (_, i) => [`g${i}`, ''] as const))
    lightened(`${HEAD}${glyph('a', 0)}${symbol('a', SQUARE)}</svg>`, known)
    expect([...known.keys()]).toEqual(['a'])
  })
})
