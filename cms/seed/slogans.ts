export type SloganSeed = { readonly text: string; readonly accent: string; readonly hotline: string }

/** Two halves of five to eight characters, parted by one space; the halves balance. */
export const SLOGANS: readonly SloganSeed[] = [
  { text: '天上不会掉馅饼 高息背后有圈套', accent: '有圈套', hotline: '96110' },
  { text: '保本高息是骗局 先问儿女再掏钱', accent: '是骗局', hotline: '96110' },
  { text: '免费鸡蛋背后 等着你的钱袋', accent: '你的钱袋', hotline: '96110' },
  { text: '陌生来电先挂断 家人商量再决定', accent: '先挂断', hotline: '96110' },
  { text: '验证码是钱袋锁 谁来要都不能给', accent: '都不能给', hotline: '96110' },
  { text: '公安办案不要钱 要你转账是诈骗', accent: '是诈骗', hotline: '110' },
  { text: '包治百病是假话 有病就去医院查', accent: '是假话', hotline: '12315' },
  { text: '干儿干女忽然来 存折密码要收好', accent: '要收好', hotline: '96110' },
  { text: '房本身份证 不交陌生人', accent: '不交陌生人', hotline: '96110' },
  { text: '社保只到窗口办 代办熟人不可信', accent: '不可信', hotline: '96110' },
  { text: '钱转走了别慌张 马上拨打110', accent: '马上拨打110', hotline: '110' },
  { text: '常回家看看爸妈 多讲讲防骗的事', accent: '多讲讲', hotline: '96110' },
]
