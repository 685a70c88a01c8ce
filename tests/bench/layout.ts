/**
 * `npm run bench -- layout`: pages of 500 contents on eight grids, no two contents with the same words. The control is layout 1
 * on a part of them, in turns in the same run.
 */
import { KINDS, layout } from '../../src/content/index.ts'
import type { ContentBody } from '../../src/model/content.ts'
import type { ScreenProfile } from '../../src/model/screen.ts'
import { buildFrozen, SETTING } from '../builders/content.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../builders/screen.ts'
import { STARTER } from '../builders/starter.ts'
import { finish, quantile, row } from './report/rows.ts'

const CONTENTS = 500
/** Layout 1 takes too long for all of them. */
const CONTROLS = 20
const ROUNDS = Number(process.env['LAYOUT_ROUNDS'] ?? 5)

const near = { near: 3, typical: 8, far: 15 }
const GRIDS: readonly ScreenProfile[] = [
  ...Object.values(DEMO_SCREENS),
  buildScreenProfile({ width: 192, height: 384, colour: 'dual', pitchMm: 10, distance: near }),
  buildScreenProfile({
    width: 128,
    height: 64,
    colour: 'mono',
    pitchMm: 10,
    distance: { near: 2, typical: 5, far: 9 },
  }),
  buildScreenProfile({ width: 1080, height: 1920, distance: near }),
  buildScreenProfile({ width: 320, height: 32, colour: 'mono', pitchMm: 10, distance: near }),
]

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'

/** The same sentence with another person and another sum in it. */
const varied = (text: string, n: number): string =>
  text
    .replace(/[老陈王孙周赵]([刘伯婶姨奶大])/u, `${SURNAMES[n % SURNAMES.length]}$1`)
    .replace(/[一二三四五六七八九十两]+(?=万|个月|天)/u, `${(n % 89) + 11}`) + (n % 3 === 0 ? '' : '！')

const within = (value: unknown, n: number): unknown => {
  if (typeof value === 'string') return /[\u4e00-\u9fff]{4}/u.test(value) ? varied(value, n) : value
  if (Array.isArray(value)) return value.map((one) => within(one, n))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one, n)]))
}

const CASES = Array.from(
  { length: CONTENTS },
  (_, n) => within({ ...STARTER[n % STARTER.length], accent: '', lineAccents: undefined }, n) as ContentBody,
)

const timed = (
  bodies: readonly ContentBody[],
  version: number,
): { readonly ms: number; readonly pages: number } => {
  const begun = performance.now()
  let pages = 0
  for (const body of bodies) {
    const laid = layout(KINDS, buildFrozen(body, { layout: version }), SETTING)
    for (const profile of GRIDS) pages += laid(profile).pages.length
  }
  return { ms: performance.now() - begun, pages }
}

timed(CASES.slice(0, 40), 2)
timed(CASES.slice(0, 4), 1)
const ours: number[] = []
const before: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const { ms, pages } = timed(CASES, 2)
  ours.push(ms)
  before.push((timed(CASES.slice(0, CONTROLS), 1).ms * CONTENTS) / CONTROLS)
  console.log(`round ${round + 1}: ${pages} pages in ${Math.round(ms)} ms`)
}
finish(
  [
    row('layout of 500 contents × 8 grids', quantile(ours, 0.5), 'ms', 1000, {
      name: 'layout 1 (from 20 contents)',
      value: quantile(before, 0.5),
    }),
  ],
  process.argv,
)
