import { describe, expect, it } from 'vitest'
import {
  makeSaver,
  pauseAfter,
  QUIET_MS,
  type How,
  type SaverState,
  type Sent,
  type World,
} from '../../../cms/components/writing/saver.ts'
import { forgetIn, keepAt, keptIn, placeOf } from '../../../cms/components/writing/kept.ts'
import { merge } from '../../../cms/writing/merge.ts'
import type { Row } from '../../../cms/writing/values.ts'

type Line = 'up' | 'cut' | 'answer lost' | 'full'

/** A form, a server that merges as ours does, a clock that a test turns. */
const desk = (begun: Row = { title: '', story: '', photo: null }, byItself = true) => {
  const form: Record<string, unknown> = { ...begun }
  let stands: Row = { ...begun }
  let line: Line = 'up'
  let timers: { ms: number; work: () => void }[] = []
  const sent: { changed: Row; madeFrom: Row; how: How }[] = []
  const told: SaverState[] = []
  let kept: Row | null = null
  let right: Readonly<Record<string, string>> = {}
  let meanwhile = (): void => undefined
  const answer = (changed: Row, madeFrom: Row): Sent => {
    const { conflicts } = merge(Object.keys(changed), changed, stands, { madeFrom })
    if (conflicts.length > 0) {
      const faults = conflicts.map((field) => ({ code: 'EDIT_CONFLICT', field, message: '周编写也改了' }))
      return { ok: false, unanswered: false, faults }
    }
    const mended = Object.keys(changed).filter((field) => String(changed[field]) in right)
    const stored = mended.map((field) => [field, right[String(changed[field])]])
    stands = { ...stands, ...changed, ...Object.fromEntries(stored) }
    return { ok: true, row: stands, mended }
  }
  const world: World = {
    read: () => ({ ...form }),
    send: async (changed, madeFrom, how) => {
      sent.push({ changed, madeFrom, how })
      const none: Sent = { ok: false, unanswered: true, faults: [{ field: undefined, message: '连不上' }] }
      if (line === 'cut') return none
      if (line === 'full')
        return { ok: false, unanswered: false, faults: [{ field: undefined, message: '磁盘满' }] }
      const said = answer(changed, madeFrom)
      meanwhile()
      meanwhile = () => undefined
      return line === 'answer lost' ? none : said
    },
    onServer: async () => stands,
    show: async (fields, row) => {
      if (line === 'cut') throw new Error('no drawing')
      for (const field of fields) form[field] = row[field]
      queueMicrotask(() => saver.changed())
    },
    stored: () => undefined,
    keep: (words) => void (kept = words),
    tell: (state) => void told.push(state),
    after: (ms, work) => {
      const timer = { ms, work }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
  }
  const saver = makeSaver(world, byItself)
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
  }
  return {
    saver,
    form,
    sent,
    state: () => told.at(-1),
    kept: () => kept,
    stands: () => stands,
    waits: () => timers.map(({ ms }) => ms),
    other: (row: Row) => void (stands = { ...stands, ...row }),
    line: (now: Line) => void (line = now),
    /** Words that the server puts right, and what it stores instead. */
    mends: (words: Readonly<Record<string, string>>) => void (right = words),
    /** Something a person does while the next write is on its way. */
    whileSending: (does: () => void) => void (meanwhile = does),
    type: (field: string, value: unknown) => {
      form[field] = value
      saver.changed()
    },
    /** Lets the one timer that runs go off. */
    tick: async () => {
      const [first] = timers
      timers = timers.slice(1)
      first?.work()
      await rest()
    },
    rest,
  }
}

describe('the saver of a form', () => {
  it('DESK-20 sends what was typed when typing rests, with what it was made from, and nothing else', async () => {
    const page = desk({ title: '旧', story: '经过' })
    page.type('title', '新')
    page.type('title', '新的')
    expect(page.waits()).toEqual([QUIET_MS])
    expect(page.kept()).toEqual({ title: '新的' })
    await page.tick()
    expect(page.sent).toEqual([{ changed: { title: '新的' }, madeFrom: { title: '旧' }, how: 'auto' }])
    expect([page.state()?.saving.kind, page.kept(), page.waits()]).toEqual(['saved', null, []])
  })

  it('DESK-20 what another wrote comes into the form, but never over what is being typed', async () => {
    const page = desk()
    page.other({ story: '乙的经过', photo: 'p1' })
    page.type('title', '甲')
    await page.tick()
    expect(page.form).toEqual({ title: '甲', story: '乙的经过', photo: 'p1' })
    page.other({ title: '乙', story: '乙的新经过' })
    page.type('photo', 'p2')
    page.saver.save().catch(() => undefined)
    page.form['story'] = '甲也在写'
    await page.rest()
    page.saver.changed()
    await page.tick()
    expect(page.state()?.conflicts).toEqual([
      { field: 'story', message: '周编写也改了', theirs: '乙的新经过' },
    ])
    expect(page.form).toMatchObject({ title: '乙', story: '甲也在写' })
    expect(page.kept()).toEqual({ story: '甲也在写' })
  })

  it.each([
    ['insist', '甲'],
    ['yield', '乙'],
  ] as const)(
    'DESK-21 a conflict waits for a person, the rest is saved meanwhile: %s',
    async (choice, wanted) => {
      const page = desk()
      page.type('title', '甲')
      page.type('story', '甲的经过')
      page.other({ title: '乙' })
      await page.tick()
      expect(page.state()?.conflicts.map(({ field }) => field)).toEqual(['title'])
      expect(page.stands()).toEqual({ title: '乙', story: '甲的经过', photo: null })
      expect(await page.saver.save()).toBe(false)
      await page.saver[choice]('title')
      await page.rest()
      expect([page.form['title'], page.stands()['title']]).toEqual([wanted, wanted])
      expect(page.state()).toEqual({ saving: { kind: 'saved' }, conflicts: [] })
      expect(page.kept()).toBeNull()
    },
  )

  it('DESK-20 a failure stays told, is tried again with growing pauses, and at once when the network is back', async () => {
    const page = desk()
    page.line('cut')
    page.type('title', '甲')
    await page.tick()
    const pauses: number[] = []
    for (let turn = 0; turn < 7; turn += 1) {
      expect(page.state()?.saving).toMatchObject({ kind: 'failed', faults: [{ message: '连不上' }] })
      pauses.push(...page.waits())
      page.type('title', `甲${turn}`)
      await page.tick()
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
    expect(page.kept()).toEqual({ title: '甲6' })
    page.line('up')
    page.saver.online()
    await page.rest()
    expect([page.stands()['title'], page.state()?.saving.kind, page.kept()]).toEqual(['甲6', 'saved', null])
    expect(page.waits()).toEqual([])
    expect(pauseAfter(1_000)).toBe(60_000)
  })

  it('DESK-20 an answer that was lost does not make our own words another’s', async () => {
    const page = desk()
    page.line('answer lost')
    page.type('title', '甲')
    await page.tick()
    expect(page.stands()['title']).toBe('甲')
    page.line('up')
    page.type('title', '甲乙')
    await page.tick()
    expect(page.state()).toEqual({ saving: { kind: 'saved' }, conflicts: [] })
    expect(page.stands()['title']).toBe('甲乙')
  })

  it('DESK-20 a refusal of the server stays told too; a save that is asked for says whether all is stored', async () => {
    const page = desk()
    page.line('full')
    page.type('title', '甲')
    expect(await page.saver.save()).toBe(false)
    expect(page.state()?.saving).toMatchObject({ kind: 'failed', faults: [{ message: '磁盘满' }] })
    page.line('up')
    expect(await page.saver.save()).toBe(true)
  })

  it('DESK-20 writes of one form follow one another, each from what the one before left', async () => {
    const page = desk()
    page.type('title', '一')
    const first = page.saver.save()
    page.type('title', '一二')
    const second = page.saver.save()
    expect(await Promise.all([first, second])).toEqual([true, true])
    expect(page.stands()['title']).toBe('一二')
    expect(page.state()?.conflicts).toEqual([])
  })

  it('DESK-22 words put back know what they were made from: what another wrote since is told', async () => {
    const page = desk({ title: '乙', story: '', photo: null })
    await page.saver.restore({ title: '甲', story: '甲的经过' }, { title: '', story: '' })
    await page.tick()
    expect(page.form).toMatchObject({ title: '甲', story: '甲的经过' })
    expect(page.state()?.conflicts).toMatchObject([{ field: 'title', theirs: '乙' }])
    expect(page.stands()).toMatchObject({ title: '乙', story: '甲的经过' })
  })

  it('DESK-23 a form without drafts is saved only when a person asks, and its words are kept till then', async () => {
    const page = desk({ name: '广场' }, false)
    page.type('name', '北广场')
    expect([page.waits(), page.sent, page.kept()]).toEqual([[], [], { name: '北广场' }])
    expect(await page.saver.save()).toBe(true)
    expect(page.kept()).toBeNull()
  })

  it.each([
    ['insist', '甲'],
    ['yield', '乙'],
  ] as const)(
    'DESK-23 such a form goes as a whole: a conflict holds the save up, and the last choice lets it go on: %s',
    async (choice, wanted) => {
      const page = desk({ name: '', kind: '', unit: '' }, false)
      for (const [field, value] of [
        ['name', '甲'],
        ['kind', '甲'],
        ['unit', '甲'],
      ] as const)
        page.type(field, value)
      page.other({ name: '乙', kind: '乙' })
      expect(await page.saver.save()).toBe(false)
      expect(page.state()?.conflicts.map(({ field }) => field)).toEqual(['name', 'kind'])
      expect(await page.saver.save()).toBe(false)
      expect([page.sent.length, page.stands()]).toEqual([1, { name: '乙', kind: '乙', unit: '' }])
      await page.saver[choice]('name')
      await page.rest()
      expect([page.sent.length, page.form['kind']]).toEqual([1, '甲'])
      await page.saver[choice]('kind')
      await page.rest()
      expect(page.sent.length).toBe(2)
      expect(page.stands()).toEqual({ name: wanted, kind: wanted, unit: '甲' })
      expect(page.form).toEqual(page.stands())
      expect([page.state()?.conflicts, page.kept()]).toEqual([[], null])
    },
  )

  it('DESK-23 a press of the key sends the form also where only a password or a file is new', async () => {
    const page = desk({ name: '广场' }, false)
    expect(await page.saver.save()).toBe(true)
    expect(page.sent).toEqual([{ changed: {}, madeFrom: {}, how: 'asked' }])
  })

  it('DESK-23 what the form shows by itself once it is stored counts as seen, not as typed', async () => {
    const page = desk({ name: '广场', kind: '' }, false)
    page.type('name', '北广场')
    page.other({ kind: '乙' })
    page.form['kind'] = '乙'
    expect(await page.saver.save()).toBe(true)
    expect(page.kept()).toBeNull()
    page.other({ kind: '丙' })
    expect(await page.saver.save()).toBe(true)
    expect(page.stands()).toEqual({ name: '北广场', kind: '丙' })
  })

  it('DESK-21 the other’s text that cannot be drawn: the choice comes back, and no word was changed', async () => {
    const page = desk({ name: '' }, false)
    page.type('name', '甲')
    page.other({ name: '乙' })
    await page.saver.save()
    page.line('cut')
    await page.saver.yield('name')
    expect(page.state()?.conflicts.map(({ field }) => field)).toEqual(['name'])
    expect([page.form['name'], page.kept()]).toEqual(['甲', { name: '甲' }])
    page.line('up')
    await page.saver.insist('name')
    expect(page.stands()).toEqual({ name: '甲' })
  })
})

const storageOf = (full = false): Storage => {
  const held = new Map<string, string>()
  return {
    get length() {
      return held.size
    },
    key: (i: number) => [...held.keys()][i] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
  }
}

describe('words kept on the machine', () => {
  const place = placeOf('u1', 'cases/c1')
  it('DESK-22 each page has its own place, the newest word of a field counts, and nobody else finds them', () => {
    const storage = storageOf()
    keepAt(storage, `${place}a`, { words: { title: '早', story: '经过' }, madeFrom: { title: '' }, at: 1 })
    keepAt(storage, `${place}b`, { words: { title: '晚' }, madeFrom: { title: '早' }, at: 2 })
    keepAt(storage, `${placeOf('u2', 'cases/c1')}c`, { words: { title: '别人' }, madeFrom: {}, at: 3 })
    expect(keptIn(storage, place, 10)).toMatchObject({ words: { title: '晚', story: '经过' }, at: 2 })
    forgetIn(storage, place)
    expect([keptIn(storage, place, 10), storage.length]).toEqual([undefined, 1])
  })

  it('DESK-22 what is damaged, too old or does not go in stops nothing', () => {
    const storage = storageOf()
    storage.setItem(`${place}a`, '{')
    storage.setItem('of another program', '{')
    keepAt(storage, `${place}b`, { words: { title: '甲' }, madeFrom: {}, at: 0 })
    expect(keptIn(storage, place, 31 * 86_400_000)).toBeUndefined()
    expect(storage.length).toBe(1)
    const full = storageOf(true)
    keepAt(full, `${place}a`, { words: {}, madeFrom: {}, at: 0 })
    expect(keptIn(full, place, 0)).toBeUndefined()
  })
})

describe('what the server puts right in words that were sent', () => {
  it('MEND-6 comes into the form, and is not sent again', async () => {
    const { saver, form, sent, state, rest, mends } = desk()
    mends({ '钱!!': '钱！！' })
    form['title'] = '钱!!'
    expect(await saver.save()).toBe(true)
    await rest()
    expect(form['title']).toBe('钱！！')
    expect(state()?.saving.kind).toBe('saved')
    await saver.save()
    expect(sent).toHaveLength(1)
  })

  it('MEND-6 does not come over what was typed on meanwhile, which is sent from what stands', async () => {
    const { saver, form, sent, stands, tick, mends, whileSending } = desk()
    mends({ '钱!!': '钱！！' })
    form['title'] = '钱!!'
    whileSending(() => void (form['title'] = '钱!!包'))
    await saver.save()
    expect(form['title']).toBe('钱!!包')
    await tick()
    expect(sent.at(-1)).toMatchObject({ changed: { title: '钱!!包' }, madeFrom: { title: '钱！！' } })
    expect(stands()['title']).toBe('钱!!包')
  })
})
