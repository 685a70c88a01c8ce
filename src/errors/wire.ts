import type { ErrorEntry } from './entry.ts'

/** Wire 2: keys, lines and what is signed on them (docs/wire-2.md#refusals). */
export const WIRE_ERRORS = {
  ROTATION_UNKNOWN: {
    status: 409,
    who: 'administrator',
    zh: '服务器的换钥记录不是这块屏认得的那个镇的，或比屏上的旧；本机照常播放',
    en: 'The server’s rotation record is not of the town this screen knows, or older than the one it holds; it keeps playing',
  },
  ROTATION_FORKED: {
    status: 409,
    who: 'administrator',
    zh: '同一个序号有两份换钥记录，本机用先收到的一份；请用恢复密钥再换一次钥',
    en: 'There are two rotation records of one number; this screen keeps the first. Rotate once more with the recovery key',
  },
  LINE_BROKEN: {
    status: 400,
    who: 'nobody',
    zh: '连接中有消息缺失或被改动，已断开，会自动重连',
    en: 'A message on the line was lost or changed; the line was closed and comes back by itself',
  },
  ASSIGNMENT_INVALID: {
    status: 422,
    who: 'administrator',
    zh: '屏的分组签名不对，已拒绝使用：{got}',
    en: 'The assignment of the screen does not hold and is refused: {got}',
  },
  GROUP_FOREIGN: {
    status: 409,
    who: 'administrator',
    zh: '收到别组的节目头，已拒绝使用',
    en: 'A head of another group came and is refused',
  },
  WITHDRAWN_INVALID: {
    status: 422,
    who: 'administrator',
    zh: '撤下名单不合格式，已拒绝使用：{got}',
    en: 'The list of what is withdrawn does not hold and is refused: {got}',
  },
  WITHDRAWN_FULL: {
    status: 409,
    who: 'administrator',
    zh: '屏上的撤下名单已满 {limit} 条，请把最早的发布件重新签发',
    en: 'The screen’s list of what is withdrawn is full with {limit} entries; have the oldest releases issued anew',
  },
  WITHDRAWN_UNKNOWN: {
    status: 409,
    who: 'administrator',
    zh: '一块屏记着后台不知道的撤下，请核对并重新签发',
    en: 'A screen holds withdrawals the town does not know; look at them and issue anew',
  },
  NUMBER_UNKNOWN: {
    status: 409,
    who: 'administrator',
    zh: '一块屏报告了后台没有发过的节目头序号',
    en: 'A screen has the number of a head that the town never gave',
  },
} as const satisfies Record<string, ErrorEntry>
