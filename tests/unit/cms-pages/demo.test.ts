import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../../cms/app/(pages)/demo/columns.ts'
import { FEED_LENGTH, readEvent, withEvent, type DemoEvent } from '../../../src/model/demo-feed.ts'
import { fitScale, readFrameState } from '../../../cms/app/(pages)/demo/frame-state.ts'
import { noteFrame, withFrames } from '../../../cms/app/(pages)/demo/progress.ts'
import { gridWords, secondsWords, stateWords } from '../../../cms/app/(pages)/demo/words.ts'
import { SCREENS } from '../../../cms/seed/screens.ts'
import type { ScreenId } from '../../../src/model/ids.ts'

const event = (at: number, more: Partial<DemoEvent> = {}): DemoEvent => ({
  at,
  kind: 'released',
  title_zh: `签发 ${at}`,
  title_en: `issued ${at}`,
  ...more,
})

describe('DEMO-1 the list of what just happened', () => {
  test('I10 DEMO-1 it is newest first, without repeats, and never grows beyond its length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 200 }), (times) => {
        const feed = times.reduce<readonly DemoEvent[]>((list, at) => withEvent(list, event(at)), [])
        expect(feed.length).toBe(Math.min(FEED_LENGTH, new Set(times).size))
        expect(feed.map(({ at }) => at)).toEqual(feed.map(({ at }) => at).toSorted((a, b) => b - a))
      }),
    )
  })

  test('DEMO-1 progress goes to the entries of its head and is no entry itself', () => {
    const feed = [event(2, { sequence: 7 }), event(1, { sequence: 6 })]
    const told = event(3, { kind: 'showing', sequence: 7, shown: 3, of: 4, slowestMs: 412 })
    expect(withEvent(feed, told)).toEqual([{ ...feed[0], shown: 3, of: 4, slowestMs: 412 }, feed[1]])
    expect(withEvent(feed, { ...told, sequence: 9 })).toEqual(feed)
  })

  test.each(['', '{', 'null', '[]', '{"at":1}', '{"at":1,"kind":"new-kind","title_zh":"","title_en":""}'])(
    'I16 DEMO-1 message %j of another version is passed over',
    (text) => expect(readEvent(text)).toBeUndefined(),
  )

  test('DEMO-1 a sound message is read', () => {
    expect(readEvent(JSON.stringify(event(5)))).toEqual(event(5))
  })
})

describe('DEMO-2 a panel in its frame', () => {
  test('DEMO-2 the picture never outgrows its room and fills nearly all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 4096 }), fc.integer({ min: 1, max: 4000 }), (panel, room) => {
        const scale = fitScale(panel, room)
        expect(panel * scale).toBeLessThanOrEqual(room + 1e-6)
        expect(panel * scale).toBeGreaterThan(room * 0.95)
      }),
    )
  })

  test.each([
    [1280, 640, 0.5],
    [320, 325, 1],
    [640, 640, 1],
    [320, 480, 1.5],
    [768, 0, 0],
  ])('DEMO-2 a panel of %i in a room of %i is drawn at %d', (panel, room, scale) => {
    expect(fitScale(panel, room)).toBeCloseTo(scale, 6)
  })

  test('DEMO-2 the demo town stands in two columns, strips under the largest', () => {
    const [left, right] = columnsOf(SCREENS)
    expect(left.map(({ place }) => place)).toEqual(['农贸市场', '社区服务中心'])
    expect(right.map(({ place }) => place)).toEqual(['人民公园', '文化广场'])
    expect(columnsOf([])).toEqual([[], []])
  })
})

describe('DEMO-3 a frame says in one line what it does', () => {
  const strip = { ...SCREENS[3]!, id: 's' as ScreenId, online: false }
  const state = { online: true, kind: 'page', sequence: 4, release: 'r', level: 'campaign', dark: false }

  test('DEMO-3 grid and state in both languages', () => {
    expect(gridWords(strip, 'zh')).toBe('640×32 单红 P10')
    expect(gridWords({ ...strip, colour: 'full' }, 'en')).toBe('640×32 full colour P10')
    expect(stateWords(state, null, 0, 'zh')).toBe('正在播放 · 专项')
    expect(stateWords({ ...state, level: 'new' }, null, 0, 'zh')).toBe('正在播放')
    expect(stateWords({ ...state, kind: 'safe' }, null, 0, 'zh')).toBe('备用画面')
    expect(stateWords(undefined, null, 0, 'en')).toBe('opening')
    expect(stateWords({ ...state, dark: true }, null, 0, 'zh')).toBe('闭屏时段')
    expect(stateWords({ ...state, online: false }, null, 0, 'zh')).toBe('离线，照常播放')
    expect(stateWords(state, 0, 125_000, 'zh')).toBe('断网 2 分钟，照常播放')
    expect(secondsWords(412)).toBe('0.4')
    expect(secondsWords(undefined)).toBeNull()
  })

  test('DEMO-3 only messages of a player are read, missing members become null', () => {
    expect(readFrameState({ type: 'silver-shield:state', online: true })).toEqual({
      online: true,
      kind: null,
      sequence: null,
      release: null,
      level: null,
      dark: false,
    })
    for (const other of [null, 'x', {}, { type: 'other' }]) expect(readFrameState(other)).toBeUndefined()
  })
})

describe('DEMO-4 the page sees its own frames follow an act', () => {
  const plays = (sequence: number | null) => ({
    online: true,
    kind: 'page',
    sequence,
    release: 'r',
    level: 'campaign',
    dark: false,
  })
  const act = event(1000, { sequence: 7 })

  test('DEMO-4 a frame has followed when its head is the first of the act or later', () => {
    let frames = noteFrame({}, 'a', plays(5), 500)
    expect(withFrames(act, frames, 4)).toBe(act)
    frames = noteFrame(frames, 'a', plays(8), 1300)
    frames = noteFrame(frames, 'b', plays(7), 1400)
    frames = noteFrame(frames, 'a', plays(8), 9000)
    frames = noteFrame(frames, 'c', plays(null), 9000)
    expect(withFrames(act, frames, 4)).toMatchObject({ shown: 2, of: 4, slowestMs: 400 })
  })

  test('DEMO-4 a frame opened long after the act is no measure of it', () => {
    const late = noteFrame({}, 'a', plays(9), 100_000)
    expect(withFrames(act, late, 4)).toBe(act)
  })

  test('DEMO-4 the count of real screens goes before that of the page', () => {
    const told = { ...act, shown: 1, of: 2 }
    expect(withFrames(told, noteFrame({}, 'a', plays(9), 1100), 4)).toBe(told)
  })

  test('DEMO-4 an act keeps the first of its heads', () => {
    const feed = withEvent(withEvent([event(1)], event(1, { sequence: 9 })), event(1, { sequence: 8 }))
    expect(feed).toEqual([event(1, { sequence: 8 })])
  })
})
