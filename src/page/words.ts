/**
 * Words a line should not be broken inside. A small list of ours, not a segmenter of the host's: pages must come out
 * equal on every machine and in every year (PAGE-2).
 */
const LIST = `
诈骗 骗局 骗子 骗术 骗钱 受骗 上当 反诈 防骗 识骗 养老 养老钱 养老金 养老院 养老诈骗 养老服务 养老项目 养老公寓 老人 老年人 老年 老伴 儿女 子女 孩子 孙子 家人 亲人 邻居 民警 警察 派出所 公安 公检法 法院 检察院 银行 社区 村委会 居委会 政府 国家 部门 工作人员 客服 专家 教授 医生 医院 保健品 保健 体检 免费 鸡蛋 礼品 赠品 讲座 旅游 理财 投资 高息 利息 本金 保本 返利 返现 收益 分红 回报 稳赚 不赔 项目 公司 平台 合同 协议 押金 定金 会员 会员卡 预付 预付卡 充值 转账 汇款 存款 取款 存折 现金 现场 交钱 掏钱 给钱 要钱 还钱 借钱 退钱 退款 钱财 钱袋子 积蓄 血汗钱 棺材本 房子 房产 房本 抵押 贷款 以房养老 过户 公证 代办 社保 医保 补缴 补贴 补助 救助 慈善 扶贫 中奖 抽奖 大奖 刷单 兼职 任务 佣金 账户 账号 密码 验证码 身份证 银行卡 手机 电话 短信 微信 链接 二维码 扫码 点击 下载 软件 视频 屏幕 共享 直播 网上 网络 陌生 陌生人 来电 熟人 冒充 伪造 假冒 虚假 谎称 声称 承诺 保证 宣称 诱导 诱骗 拉拢 洗脑 热情 关心 上门 推销 购买 花钱 血压 血糖 糖尿病 包治百病 治病 神药 特效 偏方 药品 药店 广场 公园 市场 超市 商场 门店 店铺 关门 跑路 失联 消失 人去楼空 血本无归 倾家荡产 天上 馅饼 掉馅饼 一分钱 便宜 贪小便宜 小便宜 大亏 吃亏 警惕 小心 当心 谨防 牢记 记住 切记 拒绝 远离 报警 举报 核实 核对 确认 询问 商量 商议 咨询 问问 想想 等等 看看 说明 告诉 相信 轻信 不信 不听 不转 不给 不要 不能 不会 不是 不用 不怕 不敢 不准 不了 拿不准 没有 只有 只要 如果 因为 所以 但是 可是 然后 最后 后来 结果 马上 立即 立刻 赶紧 尽快 千万 一定 一律 一起 一旦 一家 一生 一辈子 幸福 晚年 平安 安全 安享 守住 守好 守护 护好 捂紧 看好 保护 保障 宣传 教育 警方 提醒 提示 预警 案例 套路 揭秘 手法 陷阱 圈套 诱饵 真相 故事 阿姨 大爷 大妈 叔叔 奶奶 爷爷 老张 老李 老王 张阿姨 李大爷 王奶奶 电话里 自称 通知 要求 涉嫌 洗钱 犯罪 逮捕 安全账户 保密 声音 语音 换脸 合成 车祸 住院 出事 急用 着急 害怕 慌张 冷静 挂断 挂掉 回拨 拨打 先打 再打 马上打 先问 再交 可以 应该 必须 需要 已经 还是 就是 都是 都会 也会 全部 所有 每月 每天 每年 个月 月底 当天 第二天 半年 多年 时候 时间 机会 名额 限量 优惠 活动 登记 报名 签字 签名 按手印 材料 手续 费用 手续费 保证金 工本费 诚意金 万元 元钱 随时 能取 到期 续签 违约 资金 资金链 断裂 老板 经理 店长 业务员 推销员 讲师 健康 免费体检 免费领取 免费旅游 领取 领鸡蛋 送礼 礼物 亲情 干儿子 干女儿 聊天 聊天群 群里 加群 进群 拉群 红包 网恋 交友 鉴定 收藏 字画 古董 玉石 纪念币 拍卖 升值 增值 床位 预订 入住 度假 山庄 基地 考察 参观 免息 高额 低价 高价 天价 成本 真假 正规 资质 执照 许可 营业 备案 监管 官方 官网 市民 群众 村民 居民 网格员 志愿者 亲属 自己 别人 他们 我们 你们 您的 这样 那样 这个 那个 这些 那些 什么 怎么 怎样 多少 哪里 为什么 打电话 发现 看到 听到 收到 遇到 接到 知道 以为 认为 觉得 发誓 可疑 疑问 秘密 关系 内部 渠道 门路 熟悉 办理 办好 搞定 办成 补办 退休 退休金 工资 存钱 攒钱 挣钱 赚钱 花光 骗走 骗光 卷走 卷款 追回 挽回 损失 破案 抓获 归案 判刑 判决 有期徒刑 罚金 集资 非法 非法集资 合法 违法 法律 法院判决 守好门 看住 门道 擦亮 双眼 擦亮双眼 提高 意识 增强 能力 共同 携手 全民 人人 家家 户户 校园 筑牢 防线 打击 整治 专项 行动 打掉 消灭 严惩 严打 犯罪分子 嫌疑人 团伙 幕后 五间镇 五间 永川 永川区 重庆 重庆市 凡是 但凡 任何 只是 其实 您这样做 老姐妹 姐妹 真的 真正 好处 好心 好人 坏人 高手 帮忙 帮助 帮您 帮你 照顾 陪伴 陪您 看病 吃药 停药 开药 号称 所谓 无效 有效 有害 有毒 伤身 身体 生命 
`
/** Break readily after these, never before. */
const TAILS = '的 了 着 过 后 时 前 里 内 中 外 吗 呢 吧 啊 呀 们 地 得 者 之后 以后 以前 之前 时候'
/** Break readily before these, never right after. */
const HEADS =
  '都是 就是 不是 还是 不要 不能 不会 不 别 先 再 才 就 也 都 把 被 让 叫 给 对 从 向 往 在 和 与 或 及 但 却 还 又 更 要 会 能 请 快 马上 立即 千万 一定 一律 如果 只要 因为 所以 凡是 已 没 用 为 到 说 是'
const MEASURES =
  '个月 个小时 个人 个 万元 亿元 万块 千元 块钱 元钱 万 亿 元 块 岁 年 月 天 日 次 人 位 名 家 斤 种 条 句 步 倍 折 点 分钟 分 号 张 套 笔 样 件 页 秒 层 间 口 通 封 盒 瓶 成 户 桩 起 遍 声'

const split = (text: string): readonly string[] => text.trim().split(/\s+/)
const HEAD_SET = new Set(split(HEADS))
const TAIL_SET = new Set(split(TAILS))
const WORDS = new Set([...split(LIST), ...HEAD_SET, ...TAIL_SET])
const LONGEST = Math.max(...[...WORDS].map((word) => word.length))
const NUMBER = new RegExp(
  `^(?:第|近|约|超)?[0-9０-９.零一二两三四五六七八九十百千万亿几半数]+(?:多|余|来)?(?:${split(MEASURES).join('|')})?(?:钱|多|内|后|前)?`,
)

export const isTail = (word: string): boolean => TAIL_SET.has(word)
export const isHead = (word: string): boolean => HEAD_SET.has(word)

const numberAt = (text: string): number => NUMBER.exec(text)?.[0].length ?? 0

/** Cuts a run of hanzi and digits into words: as few as possible, longer words first on a tie. */
export const wordsOf = (run: string): readonly string[] => {
  const best: { cost: number; length: number }[] = []
  best[run.length] = { cost: 0, length: 0 }
  for (let i = run.length - 1; i >= 0; i--) {
    const rest = run.slice(i, i + LONGEST + 8)
    const number = numberAt(rest)
    let choice = { cost: 1.02 + (best[i + 1]?.cost ?? 0), length: 1 }
    for (let length = 2; length <= rest.length; length++) {
      if (length !== number && !WORDS.has(rest.slice(0, length))) continue
      const cost = 1 + (best[i + length]?.cost ?? 0)
      if (cost <= choice.cost) choice = { cost, length }
    }
    best[i] = choice
  }
  const words: string[] = []
  for (let i = 0; i < run.length; i += best[i]?.length ?? 1)
    words.push(run.slice(i, i + (best[i]?.length ?? 1)))
  return words
}
