import type { Found } from './finding.ts'
import { isKnownNumber, LOCAL_CUE, type Town } from './known.ts'
import type { Passage } from './passage.ts'
import { runsIn, stretchesOf } from './runs.ts'

/** Those whose look-alikes cheat old people, whether the town lists them or not. */
const ALWAYS = ['96110', '12315', '12337', '12381', '110']

/** Letters that pass for a digit on a screen. */
const LOOKS_LIKE = new Map(
  ['0OoQD〇', '1lIi|', '2Zz', '5Ss', '6b', '8B', '9gq'].flatMap((row) =>
    Array.from(row.slice(1), (c) => [c, row.charAt(0)] as const),
  ),
)

const LETTERED = /(?<![A-Za-z0-9])[0-9OoQDlIi|ZzSsbBgq〇]{3,7}(?![A-Za-z0-9])/g

type Wrong = { readonly start: number; readonly end: number; readonly right: string }

const lettered = (text: string, numbers: readonly string[]): readonly Wrong[] =>
  [...text.matchAll(LETTERED)].flatMap(({ index, 0: one }) => {
    if (!/\d/.test(one) || /^\d+$/.test(one)) return []
    const right = Array.from(one, (c) => LOOKS_LIKE.get(c) ?? c).join('')
    return numbers.includes(right) ? [{ start: index, end: index + one.length, right }] : []
  })

/** Longer ones are written in groups by everybody. */
const SHORT = 6

const COUNTED = /^\s?[元块万亿千百人户次%年月天号个条]/

/** `961 10`: read aloud it is right, dialled from what is seen it is not. */
const parted = (text: string, town: Town, numbers: readonly string[]): readonly Wrong[] =>
  runsIn(text, false).flatMap((run) =>
    stretchesOf(run, (digits) => isKnownNumber(digits, town))
      .filter(({ digits, groups, gaps, end }) => {
        const isShort = digits.length < 5 && groups.some((group) => group.digits.length > 1)
        return (
          groups.length > 1 &&
          digits.length <= SHORT &&
          numbers.includes(digits) &&
          !isShort &&
          gaps.every((gap) => !/[,、:\n()]/.test(gap)) &&
          !COUNTED.test(text.slice(end, end + 3))
        )
      })
      .map(({ digits, start, end }) => ({ start, end, right: digits })),
  )

/** One figure wrong, left out, too many, or two of them exchanged. */
export const isSlip = (got: string, right: string): boolean => {
  if (got.length === right.length) {
    const off = Array.from(right, (_, i) => i).filter((i) => got[i] !== right[i])
    const [a = -1, b = -1] = off
    if (off.length === 2) return b === a + 1 && got[a] === right[b] && got[b] === right[a]
    return off.length === 1
  }
  const [short, long] = got.length < right.length ? [got, right] : [right, got]
  return (
    long.length === short.length + 1 &&
    Array.from(long, (_, i) => `${long.slice(0, i)}${long.slice(i + 1)}`).includes(short)
  )
}

const CALLED = new RegExp(`(?:${LOCAL_CUE.source}|认准|记住)[^\\d。!?;,]{0,4}$`)

const slipped = (text: string, town: Town, numbers: readonly string[]): readonly Wrong[] =>
  [...text.matchAll(/(?<![\dA-Za-z.]|\d[-·• ])\d{4,6}(?![\dA-Za-z]|[-·•. ]\d)/g)].flatMap(
    ({ index, 0: got }) => {
      const end = index + got.length
      if (isKnownNumber(got, town) || COUNTED.test(text.slice(end, end + 3))) return []
      const isCalled = CALLED.test(text.slice(Math.max(0, index - 14), index))
      const right = numbers.find(
        (one) => one.length >= 5 && isSlip(got, one) && (isCalled || (one === '96110' && got.length === 5)),
      )
      return right === undefined ? [] : [{ start: index, end, right }]
    },
  )

/** Digits that look like a hotline and are none: `96ll0`, `9611O`, `961 10`, `96119` (CHK-3). */
export const wrongHotlinesIn = (passage: Passage, town: Town): readonly Found[] => {
  const { text } = passage
  const numbers = [...new Set([...town.hotlines, ...ALWAYS])]
  const all = [lettered(text, numbers), parted(text, town, numbers), slipped(text, town, numbers)].flat()
  return all.flatMap(({ start, end, right }) => {
    const places = passage.placesOf(start, end)
    const isOne = places.length === 1
    return places.map((place) => ({
      ...place,
      code: 'CHECK_HOTLINE_WRONG' as const,
      limit: right,
      ...(isOne && {
        remedy: { zh: `写成${right}`, en: `Write ${right}`, start: place.start, end: place.end, to: right },
      }),
    }))
  })
}
