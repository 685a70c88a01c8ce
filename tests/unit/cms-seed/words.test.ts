import { isSignInName } from '../../../src/model/sign-in-name.ts'
import { describe, expect, test } from 'vitest'
import { CASES } from '../../../cms/seed/cases.ts'
import { HOTLINES } from '../../../cms/seed/hotlines.ts'
import { PEOPLE } from '../../../cms/seed/people.ts'
import { SCREENS } from '../../../cms/seed/screens.ts'
import { SLOGANS } from '../../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../../cms/seed/techniques.ts'
import { PLACES, TOWN_UNIT, UNITS } from '../../../cms/seed/town.ts'
import { FRAUD_CLASSES } from '../../../src/model/content.ts'
import { ROLES } from '../../../src/model/people.ts'

const length = (text: string): number => [...text].length
const lists = {
  units: UNITS.map((u) => u.name),
  places: PLACES.map((p) => p.name),
  screens: SCREENS.map((s) => s.name),
  cases: CASES.map((c) => c.title),
  techniques: TECHNIQUES.map((t) => t.title),
  slogans: SLOGANS.map((s) => s.text),
  hotlines: HOTLINES.map((h) => h.number),
  people: PEOPLE.map((p) => p.username),
}

/** The 3,755 characters of GB2312 level 1: what the shell's own sans font is sure to hold. */
const level1 = ((): ReadonlySet<string> => {
  const decoder = new TextDecoder('gb2312')
  const found = new Set<string>()
  for (let high = 0xb0; high <= 0xd7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const text = decoder.decode(new Uint8Array([high, low]))
      if (/^\p{Script=Han}$/u.test(text)) found.add(text)
    }
  return found
})()

const onScreen = [
  ...CASES.flatMap((c) => [c.title, c.lesson, ...c.beats]),
  ...TECHNIQUES.flatMap((t) => [t.title, ...t.steps.flatMap((s) => [s.heSays, s.youDo])]),
  ...SLOGANS.map((s) => s.text),
  ...HOTLINES.map((h) => h.prompt),
]

describe('SEED-1 the seeded words are as a screen wants them', () => {
  test('SEED-1 counts are those of the demo town', () => {
    expect(level1.size).toBe(3755)
    expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]))).toEqual({
      units: 15,
      places: 13,
      screens: 4,
      cases: 6,
      techniques: 4,
      slogans: 12,
      hotlines: 6,
      people: ROLES.length + 1,
    })
  })

  test.each(Object.entries(lists))('SEED-1 no two %s are the same', (_name, list) => {
    expect(new Set(list).size).toBe(list.length)
  })

  test.each([...CASES, ...TECHNIQUES])('SEED-1 title $title breaks into lines of at most 8', (content) => {
    expect(length(content.title)).toBeLessThanOrEqual(16)
    for (const phrase of content.title.split('，')) expect(length(phrase)).toBeLessThanOrEqual(8)
    expect(content.title).toContain(content.accent)
    expect(FRAUD_CLASSES).toContain(content.fraudClass)
  })

  test.each(CASES)('SEED-1 case $title has 3 to 4 beats of at most 20 and a short lesson', (content) => {
    expect(content.beats.length).toBeGreaterThanOrEqual(3)
    expect(content.beats.length).toBeLessThanOrEqual(4)
    for (const beat of content.beats) expect(length(beat)).toBeLessThanOrEqual(20)
    expect(length(content.lesson)).toBeLessThanOrEqual(20)
  })

  test.each(TECHNIQUES)('SEED-1 technique $title has 3 to 4 steps in two short voices', ({ steps }) => {
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.length).toBeLessThanOrEqual(4)
    for (const { heSays, youDo } of steps)
      expect(Math.max(length(heSays), length(youDo))).toBeLessThanOrEqual(12)
  })

  test.each(SLOGANS)('SEED-1 slogan $text is two halves of 5 to 8', ({ text, accent }) => {
    const halves = text.split(' ')
    expect(halves).toHaveLength(2)
    for (const half of halves) expect(length(half)).toSatisfy((n: number) => n >= 5 && n <= 8)
    expect(halves.some((half) => half.includes(accent))).toBe(true)
  })

  test.each(onScreen)('SEED-1 "%s" is all in GB2312 level 1', (text) => {
    const outside = [...text].filter((c) => /\p{Script=Han}/u.test(c) && !level1.has(c))
    expect(outside).toEqual([])
  })

  test('SEED-1 every name that is referred to exists', () => {
    const units = [TOWN_UNIT.name, ...lists.units]
    const numbers = HOTLINES.map((h) => h.key)
    for (const { unit } of [...PLACES, ...SCREENS, ...CASES, ...TECHNIQUES, ...PEOPLE])
      expect(units).toContain(unit)
    for (const { hotline } of [...CASES, ...TECHNIQUES, ...SLOGANS]) expect(numbers).toContain(hotline)
    for (const { place } of SCREENS) expect(lists.places).toContain(place)
  })

  test('SEED-1 one person a role and two who review, with a short name and no address', () => {
    expect([...new Set(PEOPLE.map(({ role }) => role))]).toEqual([...ROLES])
    expect(PEOPLE.filter(({ role }) => role === 'reviewer')).toHaveLength(2)
    for (const person of PEOPLE) {
      expect(isSignInName(person.username)).toBe(true)
      expect(person).not.toHaveProperty('email')
    }
  })
})

describe('SEED-2 hotlines say only what was checked', () => {
  test.each(HOTLINES)('SEED-2 $number is digits with prompt, scope and source', (hotline) => {
    expect(hotline.number).toMatch(/^\d{3,12}$/)
    expect(length(hotline.prompt)).toBeLessThanOrEqual(8)
    expect(hotline.scope).not.toBe('')
    expect(hotline.source).not.toBe('')
    expect(hotline.verifiedBy === '').toBe(hotline.verifiedOn === null)
  })

  test('SEED-2 a number that was not checked stands under no seeded content', () => {
    const unchecked = HOTLINES.filter((h) => h.verifiedOn === null).map((h) => h.key)
    expect(unchecked).toEqual(['12337', 'police'])
    for (const { hotline } of [...CASES, ...TECHNIQUES, ...SLOGANS]) expect(unchecked).not.toContain(hotline)
  })
})
