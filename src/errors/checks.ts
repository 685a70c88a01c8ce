import type { ErrorEntry } from './entry.ts'

/** What the checks of src/checks find in the words of a content. Which of them stop and which ask stands there. */
export const CHECK_ERRORS = {
  CHECK_ID_NUMBER: {
    status: 400,
    who: 'editor',
    zh: '有身份证号（{got}），不能上屏，也不能印',
    en: 'An identity number ({got}) goes neither on a screen nor on paper',
  },
  CHECK_PHONE_NUMBER: {
    status: 400,
    who: 'editor',
    zh: '“{got}”不在本镇的电话表里，不能上屏',
    en: '"{got}" is not among the hotlines of the town and goes on no screen',
  },
  CHECK_BANK_CARD: {
    status: 400,
    who: 'editor',
    zh: '有银行卡号（{got}），不能上屏，也不能印',
    en: 'A bank card number ({got}) goes neither on a screen nor on paper',
  },
  CHECK_LONG_NUMBER: {
    status: 400,
    who: 'editor',
    zh: '“{got}”像是谁的号码：确实要写吗？',
    en: '"{got}" looks like a number of somebody: must it stand here?',
  },
  CHECK_PLATE: {
    status: 400,
    who: 'editor',
    zh: '有车牌号（{got}），不能上屏，也不能印',
    en: 'A number plate ({got}) goes neither on a screen nor on paper',
  },
  CHECK_ADDRESS: {
    status: 400,
    who: 'editor',
    zh: '“{got}”写到了门牌，又写了年龄或钱数，谁都认得出是哪一家',
    en: '"{got}" names a door beside an age or an amount: everybody knows which family it is',
  },
  CHECK_VILLAGE: {
    status: 400,
    who: 'editor',
    zh: '写了“{got}”，又写了年龄和钱数：村里人认得出是谁吗？',
    en: '"{got}" beside an age and an amount: would the village know who it is?',
  },
  CHECK_MINOR_AGE: {
    status: 400,
    who: 'editor',
    zh: '不写孩子的年龄（{got}），写“未成年”就够了',
    en: 'The age of a child ({got}) is not told; "under age" is enough',
  },
  CHECK_MINOR_SCHOOL: {
    status: 400,
    who: 'editor',
    zh: '说的是孩子，就不写学校的名字（{got}）',
    en: 'Where a child is spoken of, no school is named ({got})',
  },
  CHECK_SCHOOL: {
    status: 400,
    who: 'editor',
    zh: '写了学校的名字（{got}）：会让人认出哪个孩子吗？',
    en: 'A school is named ({got}): could a child be known by it?',
  },
  CHECK_REAL_NAME: {
    status: 400,
    who: 'editor',
    zh: '“{got}”是真名吗？请确认是化名，或改成化名',
    en: 'Is "{got}" a real name? Confirm that it is made up, or write another',
  },
  CHECK_SUSPECT_NAMED: {
    status: 400,
    who: 'editor',
    zh: '没有生效判决，不能写“{got}”：只写“嫌疑人某某”',
    en: 'Before a final judgment "{got}" is not written: a suspect has no full name and is no criminal',
  },
  CHECK_FIRM_ACCUSED: {
    status: 400,
    who: 'editor',
    zh: '点了“{got}”的名又说它骗人：有什么依据？写明判决或通报，或改成不点名',
    en: '"{got}" is named and accused: on what ground? Name the judgment or notice, or do not name it',
  },
  CHECK_HOTLINE_WRONG: {
    status: 400,
    who: 'editor',
    zh: '“{got}”和 {limit} 差一点，老人会打错：请写成 {limit}',
    en: '"{got}" is nearly {limit} and would be dialled wrong: write {limit}',
  },
  CHECK_LINK: {
    status: 400,
    who: 'editor',
    zh: '“{got}”是网址或账号，不在本镇允许的名单里，不能上屏',
    en: '"{got}" is an address or an account off the list of the town and goes on no screen',
  },
  CHECK_SCAN: {
    status: 400,
    who: 'editor',
    zh: '“{got}”是叫人扫码：是本镇自己的码吗？',
    en: '"{got}" asks people to scan a code: is it one of the town itself?',
  },
  CHECK_TERM_FORBIDDEN: {
    status: 400,
    who: 'editor',
    zh: '用词表里不许写“{got}”：{limit}',
    en: 'The word list forbids "{got}": {limit}',
  },
  CHECK_TERM_DOUBTFUL: {
    status: 400,
    who: 'editor',
    zh: '用词表里不建议写“{got}”：{limit}',
    en: 'The word list advises against "{got}": {limit}',
  },
  CHECK_SENTENCE_LONG: {
    status: 400,
    who: 'editor',
    zh: '这一句有 {got} 个字，老人念不下来：最好不超过 {limit} 个字',
    en: 'This sentence has {got} characters; old people follow up to {limit}',
  },
  CHECK_MANY_IDEAS: {
    status: 400,
    who: 'editor',
    zh: '这里一口气说了 {got} 件事：分成几行，一行只说一件',
    en: '{got} things are told at one breath here: one a line is enough',
  },
  CHECK_NOWHERE: {
    status: 400,
    who: 'editor',
    zh: '没有一块屏能播，也没有一种海报能印',
    en: 'No screen can show it and no sheet can print it',
  },
} as const satisfies Record<string, ErrorEntry>
