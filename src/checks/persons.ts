import type { Found } from './finding.ts'
import type { Passage } from './passage.ts'

const NUMERAL = '[0-9一二三四五六七八九十百零〇两]'

/** A way to one door: of a group of a village, of a street, of a block of flats. */
const DOOR = new RegExp(
  `[\\u4e00-\\u9fff]{1,8}(?:村|社区|小区|苑|路|街|巷|弄|镇|乡)[\\u4e00-\\u9fff]{0,6}?${NUMERAL}{1,5}(?:[-－]${NUMERAL}{1,4})*(?:号楼|号院|栋|幢|单元|室|号|组|社|户)(?:${NUMERAL}{1,5}(?:单元|室|号|楼|户|栋|幢))*`,
  'g',
)

/** Where people go to see to something: an office may say where it is. */
const OFFICE =
  /(?:派出所|司法所|政府|大厅|窗口|服务中心|居委会|村委会|便民|办事处|卫生院|医院|社保|政务|咨询|办公室|监管所|信访|法院|地址)/

const AGE = new RegExp(`(?:${NUMERAL}{1,4})(?:多|余|来)?(?:周)?岁|年过[七八九半][十旬百]`)
const AMOUNT = new RegExp(
  `(?:[0-9][0-9,.]*|[一二两三四五六七八九十百千零几]+)(?:多|余|几)?\\s?(?:万|千|百|亿)?(?:多|余)?\\s?(?:元|块|钱)|(?:[0-9][0-9,.]*|[一二两三四五六七八九十]+)(?:多|余|几)?\\s?万`,
)

const VILLAGE =
  /(?<![\u4e00-\u9fff])(?:家住|住在|在|是)?([\u4e00-\u9fff]{2,4}村)(?=[^\u4e00-\u9fff]|[的一]|村民|老人|\d)/g

const isNamedVillage = (name: string): boolean =>
  !/[农乡山新全本各外邻同进驻到某该城空整每这那几一我他她咱]村$|村村$|我们|他们|一个|每个/.test(name)

/** A door, or a village, beside what tells of whom is spoken (CHK-4). */
export const addressesIn = (passages: readonly Passage[]): readonly Found[] => {
  const whole = passages.map(({ text }) => text).join('\n')
  const [isAged, isPriced] = [AGE.test(whole), AMOUNT.test(whole)]
  if (!isAged && !isPriced) return []
  return passages.flatMap((passage): readonly Found[] => {
    const { text } = passage
    const doors = [...text.matchAll(DOOR)]
      .filter(
        ({ index, 0: one }) => !OFFICE.test(text.slice(Math.max(0, index - 10), index + one.length + 10)),
      )
      .flatMap(({ index, 0: one }) => {
        const lead = /^(?:家住|住在|住|位于|来到|来|到|在)+/.exec(one)?.[0].length ?? 0
        return passage
          .placesOf(index + lead, index + one.length)
          .map((place) => ({ ...place, code: 'CHECK_ADDRESS' as const }))
      })
    if (doors.length > 0 || !isAged || !isPriced) return doors
    return [...text.matchAll(VILLAGE)].flatMap(({ index, 0: one, 1: name = '' }) =>
      isNamedVillage(name) && !OFFICE.test(text.slice(index, index + one.length + 8))
        ? passage
            .placesOf(index + one.length - name.length, index + one.length)
            .map((place) => ({ ...place, code: 'CHECK_VILLAGE' as const }))
        : [],
    )
  })
}

const FIGURES = new Map(Array.from('〇一二三四五六七八九', (c, i) => [c, i] as const))

/** `12`, `十二`, `二十`; no number where it is none. */
export const ageIn = (written: string): number => {
  if (/^\d+$/.test(written)) return Number(written)
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written)
  if (!found) return Number.NaN
  const [, tens, ten, ones] = found
  if (!ten) return tens && !ones ? (FIGURES.get(tens) ?? Number.NaN) : Number.NaN
  return (FIGURES.get(tens ?? '一') ?? 0) * 10 + (FIGURES.get(ones ?? '〇') ?? 0)
}

const YEARS = new RegExp(`(${NUMERAL}{1,3})(?:周)?岁(半|多)?`, 'g')
const MAJORITY = 18

/** Ages as the law draws them, no child's. */
const THRESHOLD_BEFORE = /(?:满|未满|不满|低于|不足|超过|大于|小于|至|到|过|[-~—–])\s?$/
const THRESHOLD_AFTER = /^(?:以下|以上|以内|之前|前|内|至|到|[-~—–])/

const CHILD = /孩子|小孩|孙子|孙女|外孙|儿童|学生|同学|未成年|小朋友|儿子|女儿|放学|上学|读书|幼儿|少年|岁/

/** A named school; 在小学门口, 上中学 name none. */
const SCHOOL = /([\u4e00-\u9fff]{2,10}?)(小学|中学|初中|高中|幼儿园|学校|职中|一中|二中|三中|实验学校)/g
const GENERIC =
  /(?:[上读在去到进的各某这那些是个所从过入本该全办名叫附近]|正在|老年|网络|正规|一所|每所|中小|希望)$/

const agesIn = (passage: Passage): readonly Found[] =>
  [...passage.text.matchAll(YEARS)].flatMap(({ index, 0: one, 1: written = '' }) => {
    const age = ageIn(written)
    const end = index + one.length
    const { text } = passage
    if (!(age < MAJORITY) || /[几一二三四五六七八九十百\d]$/.test(text.slice(0, index))) return []
    if (THRESHOLD_BEFORE.test(text.slice(Math.max(0, index - 3), index))) return []
    if (THRESHOLD_AFTER.test(text.slice(end, end + 2))) return []
    return passage.placesOf(index, end).map((place) => ({
      ...place,
      code: 'CHECK_MINOR_AGE' as const,
      remedy: {
        zh: '改成“未成年”',
        en: 'Write "under age"',
        start: place.start,
        end: place.end,
        to: '未成年',
      },
    }))
  })

const schoolsIn = (passage: Passage, isOfChild: boolean): readonly Found[] =>
  [...passage.text.matchAll(SCHOOL)].flatMap(({ index, 0: one, 1: before = '' }) => {
    const name = before.replace(/^.*(?:[在到去上从的是]|就读于|位于|来自)(?=[\u4e00-\u9fff]{2,})/, '')
    if (GENERIC.test(name) || name.length < 2) return []
    const start = index + before.length - name.length
    const kind = one.slice(before.length)
    return passage.placesOf(start, index + one.length).map((place) => ({
      ...place,
      code: isOfChild ? ('CHECK_MINOR_SCHOOL' as const) : ('CHECK_SCHOOL' as const),
      remedy: {
        zh: '不写校名',
        en: 'Leave the name out',
        start: place.start,
        end: place.end,
        to: kind.replace(/^[一二三]中$/, '中学'),
      },
    }))
  })

/** The age of a child, and a school by its name (CHK-5). */
export const minorsIn = (passages: readonly Passage[]): readonly Found[] => {
  const isOfChild = passages.some(({ text }) => CHILD.test(text.replace(/小学生|老年大学/g, '学生')))
  return passages.flatMap((passage) => [...agesIn(passage), ...schoolsIn(passage, isOfChild)])
}

const FIRM =
  /([\u4e00-\u9fffA-Za-z0-9()]{2,20}?)(有限责任公司|股份有限公司|有限公司|股份公司|集团公司|集团|合作社|养老院|养老公寓|养老服务中心|健康管理中心|商贸公司|投资公司|科技公司)|((?:中国)?(?:工商|农业|建设|交通|邮政储蓄|邮储|农商|农村商业|招商|民生|光大|中信|浦发|兴业|平安|华夏|广发|渤海|浙商|重庆|三峡|哈尔滨)银行|中国银行)/g

const ACCUSES = /骗|诈|非法|传销|跑路|卷款|黑心|坑人|坑老|假冒|造假|售假|涉嫌|违法|查封|取缔|敛财|套路|忽悠/
const PRETENDS = /(?:冒充|假冒|自称|谎称|冒用|假借|假扮|伪造|仿冒|以)[^。!?;,]{0,6}$/
const NAMELESS = /(?:[某家个种类些的等各这那一该]|正规|所谓|投资|皮包|空壳|小额贷款)$/

/** A firm that is named and accused in one sentence (CHK-7). */
export const firmsIn = (passage: Passage): readonly Found[] => {
  const { text } = passage
  return [...text.matchAll(FIRM)].flatMap(({ index, 0: one, 1: before = '', 3: bank }) => {
    const name = bank
      ? ''
      : before.replace(/^.*(?:[在到去是被对和与由向说]|成立了?|经营|名叫|叫做?)(?=[\u4e00-\u9fff]{2,})/, '')
    const start = bank ? index : index + before.length - name.length
    const end = index + one.length
    if (!bank && (name.length < 2 || NAMELESS.test(name) || /某/.test(name))) return []
    if (PRETENDS.test(text.slice(Math.max(0, start - 8), start))) return []
    const sentence =
      (/[^。!?;\n]*$/.exec(text.slice(0, start))?.[0] ?? '') +
      (/^[^。!?;\n]*/.exec(text.slice(end))?.[0] ?? '')
    if (!ACCUSES.test(sentence)) return []
    const to = bank ? '某银行' : /公司|集团/.test(one) ? '一家公司' : '一家机构'
    return passage.placesOf(start, end).map((place) => ({
      ...place,
      code: 'CHECK_FIRM_ACCUSED' as const,
      remedy: { zh: '改成不点名', en: 'Name nobody', start: place.start, end: place.end, to },
    }))
  })
}
