import type { Term } from './terms.ts'

const wrong = (term: string, instead: string): Term => ({
  term,
  severity: 'stop',
  instead,
  reason: { zh: `是错字，应写“${instead}”`, en: `a slip of the pen for "${instead}"` },
})
const slur = (term: string, instead: string): Term => ({
  term,
  severity: 'stop',
  instead,
  reason: { zh: '看不起人的话', en: 'it looks down on people' },
})
const blame = (term: string, instead: string): Term => ({
  term,
  severity: 'ask',
  instead,
  reason: { zh: '像是怪受骗的人', en: 'it blames who was cheated' },
})
const official = (term: string, instead: string): Term => ({
  term,
  severity: 'ask',
  instead,
  reason: {
    zh: instead === '' ? '是公文里的话，老人听不懂' : `是公文里的话，老人听不懂，请写“${instead}”`,
    en: instead === '' ? 'officialese that old people do not follow' : `officialese; write "${instead}"`,
  },
})

/** The list a town begins with; its own words stand over these. */
export const SHIPPED_TERMS: readonly Term[] = [
  wrong('反炸', '反诈'),
  wrong('诈编', '诈骗'),
  wrong('炸骗', '诈骗'),
  wrong('榨骗', '诈骗'),
  wrong('转帐', '转账'),
  wrong('帐户', '账户'),
  wrong('帐号', '账号'),
  wrong('到帐', '到账'),
  wrong('记帐', '记账'),
  wrong('身分证', '身份证'),
  wrong('验正码', '验证码'),
  wrong('验证吗', '验证码'),
  wrong('按装', '安装'),
  wrong('下栽', '下载'),
  wrong('群防群制', '群防群治'),
  wrong('保建品', '保健品'),
  wrong('举抱', '举报'),
  wrong('报惊', '报警'),
  wrong('贷歀', '贷款'),
  slur('老不死', '老人'),
  slur('老东西', '老人'),
  slur('老糊涂', '老人'),
  slur('死老头', '老人'),
  slur('死老太', '老人'),
  slur('弱智', ''),
  slur('智障', '智力障碍'),
  slur('残废', '残疾'),
  slur('傻子', ''),
  slur('乡巴佬', ''),
  blame('贪小便宜', '想领点东西'),
  blame('贪便宜', '想领点东西'),
  blame('贪心', ''),
  blame('活该', ''),
  blame('愚昧', ''),
  blame('无知', ''),
  official('老年群体', '老人'),
  official('涉案', ''),
  official('资金池', ''),
  official('受众', ''),
  official('不法分子', '骗子'),
  official('实施诈骗', '骗钱'),
  official('高度警惕', '多留神'),
  official('切实增强', ''),
  official('提高站位', ''),
]
