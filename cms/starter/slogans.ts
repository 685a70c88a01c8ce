export type SloganSeed = { readonly text: string; readonly accent: string; readonly hotline: string }

const slogan = (text: string, accent: string, hotline = '96110'): SloganSeed => ({ text, accent, hotline })

/** Those that the demo town plays too, in the order its playlists name them by. */
export const FIRST_SLOGANS: readonly SloganSeed[] = [
  slogan('天上不会掉馅饼 高息背后有圈套', '有圈套'),
  slogan('保本高息是骗局 先问儿女再掏钱', '是骗局'),
  slogan('免费鸡蛋背后 等着你的钱袋', '你的钱袋'),
  slogan('陌生来电先挂断 家人商量再决定', '先挂断'),
  slogan('验证码是钱袋锁 谁来要都不能给', '都不能给'),
  slogan('公安办案不要钱 要你转账是诈骗', '是诈骗', '110'),
  slogan('包治百病是假话 有病就去医院查', '是假话', '12315'),
  slogan('干儿干女忽然来 存折密码要收好', '要收好'),
  slogan('房本身份证 不交陌生人', '不交陌生人'),
  slogan('社保只到窗口办 代办熟人不可信', '不可信'),
  slogan('钱转走了别慌张 马上拨打110', '马上拨打110', '110'),
  slogan('常回家看看爸妈 多讲讲防骗的事', '多讲讲'),
]

/**
 * By theme, which is what is on record as loaded: a slogan of a later day goes into a theme of its own, or towns of today
 * never get it.
 */
export const THEMES = {
  first: FIRST_SLOGANS,
  investment: [
    slogan('您图他的高利息 他要您的老本钱', '老本钱'),
    slogan('稳赚不赔没这事 谁说稳赚就躲谁', '就躲谁'),
    slogan('头几回返的是饵 后几回要的是本', '要的是本'),
    slogan('投钱之前停三天 家里商量再掏钱', '停三天'),
    slogan('拉人入伙有提成 这种买卖不能碰', '不能碰'),
    slogan('虚拟币股权卡 换不来养老钱', '换不来养老钱'),
  ],
  lectures: [
    slogan('听课送蛋又送面 最后掏空您的钱', '掏空您的钱', '12315'),
    slogan('免费体检吓一跳 其实就为卖补药', '卖补药', '12315'),
    slogan('保健食品不是药 治病还得医院瞧', '不是药', '12315'),
    slogan('直播间里喊神医 出了屏幕没人理', '没人理', '12315'),
    slogan('停药改吃保健品 耽误病情害自己', '耽误病情', '12315'),
    slogan('看病就进医院门 买药就找正规店', '正规店', '12315'),
    slogan('口口声声叫爸妈 句句不离要您花', '要您花', '12315'),
    slogan('一个劲儿催您买 越催越要走得快', '走得快', '12315'),
  ],
  contracts: [
    slogan('房本是咱命根子 抵押签字要三思', '要三思'),
    slogan('看不懂的字不签 说不清的钱不掏', '字不签'),
    slogan('房子抵押换月钱 问过司法所再办', '问过司法所'),
    slogan('办卡预存先打折 关门跑路找谁说', '找谁说', '12315'),
    slogan('选养老院看备案 光听嘴说可不算', '看备案', '12315'),
  ],
  papers: [
    slogan('补缴社保走窗口 花钱托人打水漂', '走窗口'),
    slogan('退休手续窗口办 花钱代办是哄骗', '窗口办'),
    slogan('嘴甜手勤来认亲 小心惦记您的银', '小心惦记'),
  ],
  friends: [
    slogan('声音像来脸也像 回拨一下就露相', '回拨一下', '110'),
    slogan('孙子来电要现金 挂断回拨问父亲', '挂断回拨', '110'),
    slogan('家人约个暗号好 骗子一问就跑了', '约个暗号'),
    slogan('微信借钱别急转 打通电话再来办', '打通电话'),
    slogan('生人上门取现金 一分不给快报警', '快报警', '110'),
  ],
  offices: [
    slogan('安全账户不安全 谁让转钱都别转', '不安全'),
    slogan('电话办案都是假 挂断电话别理他', '都是假'),
    slogan('真反诈不要密码 要密码的是冒充', '不要密码'),
    slogan('96110快接 民警劝您别转钱', '快接'),
    slogan('要您保密的电话 马上告诉家里人', '告诉家里人'),
    slogan('一说洗钱您别慌 挂断去问派出所', '您别慌'),
  ],
  prizes: [
    slogan('刷单返利尝甜头 垫进大钱没回头', '没回头', '110'),
    slogan('先垫钱的兼职活 一个都不要去做', '不要去做'),
    slogan('没买彩票哪来奖 先交税的全是谎', '全是谎'),
    slogan('补贴不用先交钱 先要钱的都是骗', '都是骗'),
    slogan('补贴真假问村里 短信链接别去理', '问村里'),
  ],
  phones: [
    slogan('墙上的码别乱扫 扫完钱就被划跑', '别乱扫', '110'),
    slogan('陌生链接不要点 点开容易丢了钱', '不要点'),
    slogan('屏幕不给生人看 密码不对生人念', '不给生人看'),
    slogan('软件别听生人装 手机别给生人拿', '别听生人装'),
    slogan('客服来电说退款 回到平台自己看', '自己看'),
    slogan('银行卡电话卡 不出租不出借', '不出租不出借'),
  ],
  trips: [
    slogan('低价旅游去购物 花钱更多还受苦', '花钱更多', '12315'),
    slogan('收藏说能翻几番 真要卖时没人沾', '没人沾', '12315'),
  ],
  everyday: [
    slogan('不听不信不转账 养老钱袋看得牢', '不转账'),
    slogan('大钱出手慢三分 先和儿女说一声', '说一声'),
    slogan('拿不准就问一问 打个电话不丢人', '问一问'),
    slogan('存折密码身份证 三样东西不离身', '不离身'),
    slogan('被骗不是您的错 早点报警早点追', '早点报警', '110'),
    slogan('邻居取钱神色慌 劝一劝来帮一帮', '帮一帮'),
    slogan('年关将近骗子忙 陌生来电要提防', '要提防'),
    slogan('重阳回家看一看 教会爸妈防诈骗', '防诈骗'),
    slogan('赶集路上有人拉 免费礼品别拿它', '别拿它', '12315'),
  ],
} as const satisfies Readonly<Record<string, readonly SloganSeed[]>>

/** Two halves of five to eight characters, parted by one space; the halves balance. */
export const SLOGANS: readonly SloganSeed[] = Object.values(THEMES).flat()
