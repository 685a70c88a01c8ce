export type HotlineSeed = {
  readonly key: string
  readonly number: string
  readonly label: string
  /** Stands before the number at the foot of a page. */
  readonly prompt: string
  readonly scope: string
  readonly source: string
  /** Day the entry was compared with public sources; null where that was not done or left a doubt. */
  readonly verifiedOn: string | null
  readonly verifiedBy: string
  /** Who calls the number again when that was long ago. */
  readonly confirmBy: string
}

/** The day the public sources were read; a fact, so it does not move with the seeding day. */
const READ_ON = '2026-11-23'
const READ_BY = '银盾项目（查公开资料）'

/** Numbers of the whole country. One whose scope left a doubt has no day, and stands under no content. */
export const HOTLINES: readonly HotlineSeed[] = [
  {
    key: '110',
    number: '110',
    label: '公安报警电话',
    prompt: '已交钱？马上打',
    scope: '正在被骗、钱刚转出、人身有危险时拨打',
    source: '公安机关报警电话',
    verifiedOn: READ_ON,
    verifiedBy: READ_BY,
    confirmBy: '派出所',
  },
  {
    key: '96110',
    number: '96110',
    label: '反诈专线',
    prompt: '拿不准？先打',
    scope: '电信网络诈骗的劝阻、咨询和举报；来电显示为 96110 或区号加 96110，不能代替 110',
    source: '公安机关反诈专线，2019年11月8日开通',
    verifiedOn: READ_ON,
    verifiedBy: READ_BY,
    confirmBy: '派出所',
  },
  {
    key: '12337',
    number: '12337',
    label: '智能化举报平台',
    prompt: '有线索？可上',
    scope: '2022年受理养老诈骗线索；现在受理哪些，印刷和投放前请先核实',
    source: '中央政法委、全国扫黑办智能化举报平台',
    verifiedOn: null,
    verifiedBy: '',
    confirmBy: '平安办',
  },
  {
    key: '12381',
    number: '12381',
    label: '涉诈预警短信',
    prompt: '预警短信认准',
    scope: '只发短信提醒，不带链接，不留电话，不用回复',
    source: '工业和信息化部、公安部涉诈预警短信系统',
    verifiedOn: READ_ON,
    verifiedBy: READ_BY,
    confirmBy: '派出所',
  },
  {
    key: '12315',
    number: '12315',
    label: '消费投诉热线',
    prompt: '上当了？投诉打',
    scope: '保健品、会销等消费纠纷的投诉举报',
    source: '市场监管部门消费投诉举报热线',
    verifiedOn: READ_ON,
    verifiedBy: READ_BY,
    confirmBy: '市场监管所',
  },
]
