import { describe, expect, it } from 'vitest'
import { CASES } from '../../../cms/seed/cases.ts'
import { HOTLINES } from '../../../cms/seed/hotlines.ts'
import { SLOGANS } from '../../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../../cms/seed/techniques.ts'
import { checkWords, mendedBy, wordListOf, type Town, type Word } from '../../../src/checks/index.ts'
import { FOUND, SOUND } from '../../builders/checked.ts'

const town: Town = {
  hotlines: [...HOTLINES.map(({ number }) => number), '4001001234'],
  words: wordListOf([]),
  hosts: ['town.test'],
}

const wordsOf = (text: string): readonly Word[] =>
  text.split('\n').map((line, i) => ({ field: 'story', hint: `line ${i + 1}`, text: line }))

const codesIn = (text: string): readonly string[] => [
  ...new Set(checkWords(wordsOf(text), town).map(({ code }) => code)),
]

describe('CHK-1 a corpus made by code', () => {
  it('CHK-1 holds more than three hundred texts of each sort, none twice', () => {
    expect(FOUND.length).toBeGreaterThan(200)
    expect(SOUND.length).toBeGreaterThan(300)
    const all = [...FOUND.map(({ text }) => text), ...SOUND]
    expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([])
  })

  it('CHK-2 CHK-3 CHK-4 CHK-5 CHK-6 CHK-7 CHK-8 CHK-9 CHK-10 finds in each just what is in it, however it is disguised', () => {
    const wrong = FOUND.flatMap(({ text, codes }) => {
      const got = codesIn(text)
      return JSON.stringify(got) === JSON.stringify(codes) ? [] : [{ text, codes, got }]
    })
    expect(wrong).toEqual([])
  })

  it('CHK-11 finds nothing in sound texts: amounts, days, hotlines, what people are called', () => {
    const wrong = SOUND.flatMap((text) => {
      const got = checkWords(wordsOf(text), town).map(({ code, got: what }) => `${code} ${what}`)
      return got.length > 0 ? [{ text, got }] : []
    })
    expect(wrong).toEqual([])
  })

  it('CHK-11 finds nothing in the starter library', () => {
    const contents: readonly (readonly Word[])[] = [
      ...CASES.map(({ title, beats, lesson }) => [
        { field: 'title', text: title },
        ...beats.map((text, i) => ({ field: 'story', hint: `line ${i + 1}`, text })),
        { field: 'lesson', text: lesson },
      ]),
      ...TECHNIQUES.map(({ title, steps }) => [
        { field: 'title', text: title },
        ...steps.flatMap(({ heSays, youDo }, i) => [
          { field: `steps.${i}.heSays`, text: heSays, quoted: true },
          { field: `steps.${i}.youDo`, text: youDo },
        ]),
      ]),
      ...SLOGANS.map(({ text }) => [{ field: 'text', text }]),
      ...HOTLINES.map(({ prompt, number }) => [{ field: 'hotline', text: prompt + number }]),
    ]
    expect(contents.flatMap((words) => checkWords(words, town))).toEqual([])
  })

  it('CHK-12 each finding names its place, and its remedy leaves nothing of its kind there', () => {
    for (const { text } of FOUND.filter((one) => !one.text.includes('\n'))) {
      for (const { code, field, start, end, got, remedy, message_zh, message_en } of checkWords(
        wordsOf(text),
        town,
      )) {
        expect([field, start < end, end <= text.length], text).toEqual(['story', true, true])
        expect(message_zh, code).not.toContain('{')
        expect(message_en, code).not.toContain('{')
        if (typeof got === 'string') expect(text.slice(start, end)).toBe(got)
        if (!remedy) continue
        const left = checkWords(wordsOf(mendedBy(text, remedy)), town).filter((one) => one.code === code)
        expect(left, text).toEqual([])
      }
    }
  })
})
