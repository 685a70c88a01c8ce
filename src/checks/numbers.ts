import type { CheckCode, Found, Remedy } from './finding.ts'
import { isKnownNumber, LOCAL_CUE, type Town } from './known.ts'
import type { Passage } from './passage.ts'
import { runsIn, stretchesOf, type Run, type Stretch } from './runs.ts'

/** First two digits of a Chinese identity number: where it was given out. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** The last figure of an identity number of 18, from the 17 before it (GB 11643). */
export const checkDigitOf = (seventeen: string): string =>
  CHECK_DIGITS.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(seventeen.charAt(i)), 0) % 11)

/** The 30th of February too: a figure that was mistyped is still a person's. */
const isBirthday = (digits: string): boolean => {
  const [month, day] = [Number(digits.slice(-4, -2)), Number(digits.slice(-2))]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const isIdNumber = (digits: string): boolean => {
  if (!PROVINCES.has(digits.slice(0, 2))) return false
  if (digits.length === 15) return isBirthday(digits.slice(6, 12))
  const year = Number(digits.slice(6, 10))
  if (digits.length === 17) return year >= 1880 && year <= 2100 && isBirthday(digits.slice(6, 14))
  return (
    digits.length === 18 &&
    ((year >= 1880 && year <= 2100 && isBirthday(digits.slice(6, 14))) ||
      checkDigitOf(digits.slice(0, 17)) === digits.charAt(17))
  )
}

/** Whether the last digit is that of a payment card (ISO/IEC 7812, Luhn). */
export const isLuhn = (digits: string): boolean => {
  const sum = Array.from(digits).reduceRight(
    ({ total, isSecond }, c) => {
      const twice = Number(c) * (isSecond ? 2 : 1)
      return { total: total + (twice > 9 ? twice - 9 : twice), isSecond: !isSecond }
    },
    { total: 0, isSecond: false },
  )
  return sum.total % 10 === 0
}

const MOBILE = /^(?:0{0,2}86)?(1[3-9]\d{9})$/
const SERVICE = /^[48]00\d{7}$/
const LANDLINE = /^(?:0{0,2}86)?0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/
const LOCAL = /^[2-9]\d{6,7}$/

/** What a bare number is counted in where it is an amount. */
const MEASURE =
  /^\s?(?:多|余|来)?(?:[元块万亿千百十%‰℃人户次遍年月天日岁斤份张件名条个只台位倍里米点分秒公吨亩字页期届段座套辆角]|以[上下])/

const isAmount = (text: string, { digits, end }: Stretch): boolean =>
  digits.length <= 12 && MEASURE.test(text.slice(end, end + 4))

const CUE = new RegExp(`${LOCAL_CUE.source}$`)

const isPhone = (text: string, stretch: Stretch): boolean => {
  const { digits, start } = stretch
  if (MOBILE.test(digits) || SERVICE.test(digits) || LANDLINE.test(digits)) return true
  const isCalled = CUE.test(text.slice(Math.max(0, start - 12), start))
  if (!isCalled || isAmount(text, stretch)) return false
  if (/^(?:[-.·•]\d|\s?[*×])/.test(text.slice(stretch.end, stretch.end + 2))) return false
  return LOCAL.test(digits) || /^\d{3,12}$/.test(text.slice(start, stretch.end))
}

const codeOf = (text: string, stretch: Stretch): CheckCode | undefined => {
  const { digits, gaps } = stretch
  if (isIdNumber(digits)) return 'CHECK_ID_NUMBER'
  if (isPhone(text, stretch)) return 'CHECK_PHONE_NUMBER'
  if (digits.length >= 16 && digits.length <= 19 && isLuhn(digits) && !digits.startsWith('0'))
    return 'CHECK_BANK_CARD'
  return digits.length >= 12 && gaps.length === 0 && !isAmount(text, stretch)
    ? 'CHECK_LONG_NUMBER'
    : undefined
}

/** Words that only lead to the number: they go with it. */
const LABEL =
  /(?:居民)?(?:身份证|银行卡|卡|账|帐|手机|电话|联系|联系电话|联系方式|车牌)(?:号码?|是|为|账户)*\s?[:是为]?\s?$/

const remedyOf = (passage: Passage, code: CheckCode, start: number, end: number): Remedy | undefined => {
  const { text } = passage
  if (code === 'CHECK_LONG_NUMBER') return undefined
  const label = LABEL.exec(text.slice(Math.max(0, start - 14), start))?.[0].length ?? 0
  const isIn = text.charAt(start - label - 1) === '(' && text.charAt(end) === ')'
  const [place, ...more] = passage.placesOf(start - label - Number(isIn), end + Number(isIn))
  return place && more.length === 0
    ? { zh: '删去号码', en: 'Take the number out', start: place.start, end: place.end, to: '' }
    : undefined
}

const X = /^[\s.·-]{0,2}[xX](?![a-zA-Z])/

/** An X at the end of seventeen figures belongs to them. */
const endOf = (text: string, { digits, end }: Stretch): number =>
  digits.length === 17 ? end + (X.exec(text.slice(end, end + 3))?.[0].length ?? 0) : end

type Numbered = {
  readonly code: CheckCode
  readonly start: number
  readonly end: number
  /** It is all that is written there in a row. */
  readonly isWhole: boolean
}

/** The strongest first: what one of them has taken, none after it is. */
const TURNS: readonly ((one: Numbered) => boolean)[] = [
  ({ code }) => code === 'CHECK_ID_NUMBER',
  ({ code, isWhole }) => code === 'CHECK_BANK_CARD' && isWhole,
  ({ code }) => code === 'CHECK_PHONE_NUMBER',
  ({ code }) => code === 'CHECK_BANK_CARD',
  ({ code }) => code === 'CHECK_LONG_NUMBER',
]

const numberAt = (text: string, run: Run, stretch: Stretch): Numbered | undefined => {
  const end = endOf(text, stretch)
  const code = codeOf(text, stretch)
  const isCut = code === 'CHECK_ID_NUMBER' && stretch.digits.length === 17 && end === stretch.end
  return code === undefined || isCut
    ? undefined
    : { code, start: stretch.start, end, isWhole: stretch.groups.length === run.groups.length }
}

/** Identity numbers, telephones off the list, bank cards and other long numbers; none twice. */
export const numbersIn = (passage: Passage, town: Town): readonly Found[] => {
  const { text } = passage
  const isKnown = (digits: string): boolean => isKnownNumber(digits, town)
  const runs = [true, false].flatMap((spelled) => runsIn(text, spelled))
  const stretches = runs.flatMap((run) => stretchesOf(run, isKnown).map((stretch) => ({ run, stretch })))
  const known = stretches.filter(({ stretch }) => isKnown(stretch.digits)).map(({ stretch }) => stretch)
  const all = stretches
    .filter(({ stretch }) => !known.some(({ start, end }) => start <= stretch.start && stretch.end <= end))
    .flatMap(({ run, stretch }) => numberAt(text, run, stretch) ?? [])
  const taken: Numbered[] = []
  for (const isWanted of TURNS)
    for (const one of all)
      if (isWanted(one) && !taken.some(({ start, end }) => one.start < end && start < one.end))
        taken.push(one)
  return taken.flatMap(({ code, start, end }) => {
    const remedy = remedyOf(passage, code, start, end)
    return passage.placesOf(start, end).map((place) => ({ ...place, code, ...(remedy && { remedy }) }))
  })
}

/** One letter for the province, one for the city, five or six more with figures among them. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][\s·•.-]{0,2}((?:[A-HJ-NP-Z0-9a-hj-np-z][\s·•.-]?){4,5}[A-HJ-NP-Z0-9a-hj-np-z挂学警港澳])(?![A-Za-z0-9])/g

export const platesIn = (passage: Passage): readonly Found[] =>
  [...passage.text.matchAll(PLATE)]
    .filter(([, rest = '']) => rest.replace(/\D/g, '').length >= 2)
    .flatMap(({ index, 0: one }) => {
      const end = index + one.length
      const remedy = remedyOf(passage, 'CHECK_PLATE', index, end)
      return passage
        .placesOf(index, end)
        .map((place) => ({ ...place, code: 'CHECK_PLATE' as const, ...(remedy && { remedy }) }))
    })
