import type { Found } from './finding.ts'
import { DOUBLE_SURNAMES, GIVEN, NEVER_GIVEN, SURNAMES } from './name-characters.ts'
import type { Passage } from './passage.ts'

/** What may follow the surname alone, and what stands after a name only. */
const POLITE = '女士|先生|阿姨|大爷|大妈|大娘|大叔|大伯|大姐|大哥|奶奶|爷爷|婆婆|叔叔|伯伯'
const AFTER = `${POLITE}|老人|老伯|老汉|老太太|老太|老师|同志|夫妇|夫妻|一家|本人|某某|等人`

/** What a person does, right after his name. */
const DOES =
  '在|说|告诉|表示|回忆|哭|接到|接了|收到|听信|听说|听了|轻信|相信|发现|察觉|觉得|以为|遭遇|遇到|遇上|碰到|认识|结识|想|赶|加了|添加|下载|点击|点了|投|转|汇|付|打|报警|报案|拨|取|交|签|买|花|借|存|掏|被骗|被|把|将|去|来到|来|到|准备|打算|立即|立刻|赶紧|马上|一时|经|通过|今年|现年|家住|住|因|的|独居|退休|领|跟|和|与|是|名下|损失|受骗|上当|骗|诈骗|卖|谎称|冒充|伪造|已被|落网|归案'

/** What leads to a name. */
const BEFORE =
  '村民|居民|市民|群众|老人|受害人|被害人|受害者|当事人|事主|报案人|失主|男子|女子|男|女|老汉|老太|嫌疑人|犯罪嫌疑人|被告人|被告|主犯|骗子|罪犯|诈骗犯|名叫|名为|叫做|叫|姓名[:是为]?|真名|本名|化名|自称|人员|经理|老板|医生|大夫|教授|专家|讲师|推销员|业务员|邻居|教师|职工|工人|干部|农民|护士|司机|会计|儿子|女儿|老伴|丈夫|妻子|儿媳|女婿|孙子|孙女'

const CLAUSE_START = /(?:^|[\s。!?;,、:()“”"'《》—\-.·])$/

type Candidate = {
  readonly start: number
  readonly end: number
  readonly surname: string
  readonly given: string
}

const FIRST = new Set([...SURNAMES, ...DOUBLE_SURNAMES.map((name) => name.charAt(0))])

const surnameAt = (text: string, at: number): string => {
  if (!FIRST.has(text.charAt(at))) return ''
  const two = text.slice(at, at + 2)
  if (DOUBLE_SURNAMES.includes(two)) return two
  return SURNAMES.has(text.charAt(at)) ? text.charAt(at) : ''
}

const candidatesAt = (text: string, start: number): readonly Candidate[] => {
  const surname = surnameAt(text, start)
  if (surname === '') return []
  return [2, 1].flatMap((length) => {
    const from = start + surname.length
    const given = text.slice(from, from + length)
    return /^[\u4e00-\u9fff]+$/.test(given) && given.length === length
      ? [{ start, end: from + length, surname, given }]
      : []
  })
}

/** Words that are written like a name. */
const WORDS =
  /^(?:孙[子女儿辈伯婶]|安全|安心|安宁|平安|高明|高兴|高利|高山|高风|方才|方正|文明|文化|文艺|成功|成立|成本|成才|金属|金银|金山|金玉|金华|江山|江南|江东|石山|石林|石家|马路|温泉|温和|康复|康宁|常年|常林|明天|明白|明显|明星|全国|全家|全年|全民|全体|时光|时时|时代|华东|华南|华北|华中|华西|万元|万一|万能|万家|万全|万分|万民|万里|万世|白天|白银|白玉|黄金|黄山|黄河|林业|林木|路政|路途|包治|包平|解放|应急|管理|管家|房贷|房产|房本|费用|车站|车主|项目|连心|荣誉|明明|和平|和和|师生|师傅|党政|党建|党员|党风|党中央|古玉|古法|简直|关爱|关心|关公|关键|钱财|钱塘|钱学森|武汉|江西|江北|余生|余光|尚未|单元|单方|曲艺|成年|卫生|米面|阳光|农民|农业|农田|司法|宗教|景区|商家|商业|商城|景山|游客|游园|查明|明文|荣华|时运|梅花|桂花|兰花|兰州|桂林|苏州|杭州|郑州|常州|温州|徐州|柳州|贺州|贺年|祝福|祝贺|祝寿|祝愿|顾客|顾家|牛奶|牛年|龙年|马年|吉祥|吉利|康乐|安康|安家|安保|安民|安石|宁夏|严重|严正|严明|严肃|庄严|路灯|甘愿|盛世|盛大|华人|明朝|阳台|阳春|向来|向阳|乐|边远|池塘|车辆|车祸|和谐|米价|连连|郎中|艾灸|冷静|席位|明知|常思|常常|常言|常理|成为|成天|成千|成群|成员|金融|金婚|钱庄|田园|田地|田间|田野|石英|石雕|文书|文武|文字|方言|方法|方向|万众|高龄|高校|高温|高新|高速|高科|高级|高铁|高端|高发|高达|高价|高额|高息|高收)/

const isName = (
  text: string,
  { start, end, given }: Candidate,
  isLed: boolean,
  isTitled: boolean,
): boolean => {
  if (WORDS.test(text.slice(start, end + 1))) return false
  const letters = Array.from(given)
  if (letters.some((c) => NEVER_GIVEN.has(c))) return false
  if (letters.every((c) => GIVEN.has(c))) return isLed || isTitled || letters.length === 2
  // A rare given name is known by the company it keeps.
  return isLed && (isTitled || letters.length === 2)
}

/** Titles and deeds are looked for behind the name, what leads to it before. */
const AFTER_NAME = new RegExp(`^(?:${AFTER})`)
const POLITE_AFTER = new RegExp(`^(?:${POLITE})`)
const DOES_AFTER = new RegExp(`^(?:${DOES})`)
const LED = new RegExp(`(?:${BEFORE})[“"(:]?$`)
const STANDS_ALONE = /^(?:$|[\s。!?;,、:()”"'—])/

type Named = Candidate & { readonly isLed: boolean; readonly title: string }

const nameAt = (text: string, start: number): Named | undefined => {
  if (!FIRST.has(text.charAt(start))) return undefined
  const before = text.slice(Math.max(0, start - 7), start)
  const isLed = LED.test(before)
  if (!isLed && !CLAUSE_START.test(before) && !/[和与跟给让帮劝为对向问找]$/.test(before)) return undefined
  return candidatesAt(text, start)
    .map((candidate) => {
      const after = text.slice(candidate.end, candidate.end + 6)
      const title = AFTER_NAME.exec(after)?.[0] ?? ''
      const isFollowed =
        title !== '' || DOES_AFTER.test(after) || (isLed && STANDS_ALONE.test(after)) || after.startsWith('(')
      const isTwo = candidate.given.length === 1
      // Two characters are a name beside a title, or where they are announced.
      if (!isFollowed || (isTwo && title === '' && !(isLed && STANDS_ALONE.test(after)))) return undefined
      return isName(text, candidate, isLed, title !== '') ? { ...candidate, isLed, title } : undefined
    })
    .find((one) => one !== undefined)
}

/** Full names in a folded text, each where it stands. */
export const namesIn = (text: string): readonly Named[] => {
  const found: Named[] = []
  for (let at = 0; at < text.length; at += 1) {
    const name = nameAt(text, at)
    if (!name) continue
    found.push(name)
    at = name.end - 1
  }
  return found
}

const FALSE_NAMES = Array.from('刘陈周孙赵吴郑何')

/** Another surname each, so that two people of one story stay two. */
const falseSurnames = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set(names.map((name) => name.charAt(0)))
  const free = FALSE_NAMES.filter((one) => !taken.has(one))
  const given = new Map<string, string>()
  for (const name of names)
    if (!given.has(name)) given.set(name, free[given.size % Math.max(free.length, 1)] ?? '刘')
  return given
}

/** Behind a name in brackets: who it was. */
const BRACKETED = /^\((?:身份证|男|女|化名除外)[^()]{0,30}\)/

const CONFIRMED = /^\(?(?:化名|假名|均为化名)/

/** Full personal names; 王阿姨, 老李, 小张 and 王某 are none (CHK-6). */
export const realNamesIn = (passages: readonly Passage[]): readonly Found[] => {
  const all = passages.flatMap((passage) => namesIn(passage.text).map((name) => ({ passage, name })))
  const nameOf = ({ surname, given }: Candidate): string => surname + given
  const surnames = falseSurnames(all.map(({ name }) => nameOf(name)))
  return all.flatMap(({ passage, name }) => {
    const rest = passage.text.slice(name.end, name.end + 40)
    if (CONFIRMED.test(rest)) return []
    const polite = POLITE_AFTER.exec(rest)?.[0] ?? ''
    const other = surnames.get(nameOf(name)) ?? '刘'
    const to = polite === '' ? `老${other}` : `${other}${polite}`
    const after = polite === '' ? (BRACKETED.exec(rest)?.[0] ?? '') : polite
    const [place, ...more] = passage.placesOf(name.start, name.end)
    const [whole] = passage.placesOf(name.start, name.end + after.length)
    if (!place || !whole) return []
    const remedy = { zh: '改成化名', en: 'Write another name', start: whole.start, end: whole.end, to }
    return [{ ...place, code: 'CHECK_REAL_NAME' as const, ...(more.length === 0 && { remedy }) }]
  })
}

/** Names of those that no court has judged: no criminal, and no full name. */
const GUILTY = '罪犯|犯罪分子|诈骗犯|骗子|主犯|惯犯|凶手|诈骗分子'
const ACCUSED = '犯罪嫌疑人|嫌疑人|被告人|被告'
const SUSPECT = new RegExp(`(${GUILTY}|${ACCUSED})(?=[\\u4e00-\\u9fff])`, 'g')

/** 罪犯王建国, 嫌疑人王建国 before a final judgment (CHK-7). */
export const suspectsIn = (passage: Passage): readonly Found[] =>
  [...passage.text.matchAll(SUSPECT)].flatMap(({ index, 0: word }) => {
    const at = index + word.length
    const name = nameAt(passage.text, at)
    const masked = /^[\u4e00-\u9fff]某(?:某|甲|乙|丙)?/.exec(passage.text.slice(at, at + 3))?.[0]
    const isSurnamed =
      masked !== undefined && SURNAMES.has(masked.charAt(0)) && !new RegExp(ACCUSED).test(word)
    const end = name?.end ?? (isSurnamed ? at + masked.length : 0)
    const to = `嫌疑人${name?.surname ?? masked?.charAt(0) ?? ''}某`
    return end === 0
      ? []
      : passage.placesOf(index, end).map((place, _, { length }) => ({
          ...place,
          code: 'CHECK_SUSPECT_NAMED' as const,
          ...(length === 1 && {
            remedy: { zh: `改成“${to}”`, en: `Write "${to}"`, start: place.start, end: place.end, to },
          }),
        }))
  })
