import type { ErrorEntry } from './entry.ts'

/** Screens: pairing, link, programmes. */
export const DEVICE_ERRORS = {
  PAIRING_CODE_WRONG: {
    status: 404,
    who: 'administrator',
    zh: '配对码不对或已过期，请看屏上的新码',
    en: 'The pairing code is wrong or has expired; read the new one on the screen',
  },
  PAIRING_CODE_USED: {
    status: 409,
    who: 'administrator',
    zh: '这个配对码已经用过',
    en: 'This pairing code has been used',
  },
  PAIRING_TOO_MANY: {
    status: 429,
    who: 'administrator',
    zh: '输错太多次，请 {limit} 分钟后再试',
    en: 'Too many wrong codes; try again in {limit} minutes',
  },
  SCREEN_REPLACED: {
    status: 409,
    who: 'installer',
    zh: '另一台设备用同一把密钥连上来了，本机照常播放',
    en: 'Another device connected with the same key; this one keeps playing',
  },
  SCREEN_UNKNOWN: { status: 404, who: 'administrator', zh: '没有这块屏', en: 'No such screen' },
  PROOF_INVALID: {
    status: 403,
    who: 'installer',
    zh: '设备签名不对，请重新配对',
    en: 'The device signature is not valid; pair again',
  },
  TOWN_KEY_CHANGED: {
    status: 409,
    who: 'installer',
    zh: '服务器的密钥没有在这块屏上核对过，本机照常播放；要用它，请在后台解除配对，再在屏的盒子上按任意键，看配对码重新配对',
    en: 'The server’s key was not compared on this screen, which keeps playing. To use it, unpair the screen at the desk, press any key at its box and pair by the code',
  },
  SERVER_REFUSED: {
    status: 409,
    who: 'installer',
    zh: '服务器没有接受这台设备，过一会儿会自动再试',
    en: 'The server turned this device away; it tries again by itself',
  },
  VIEWER_NOT_ALLOWED: {
    status: 403,
    who: 'installer',
    zh: '登录后才能旁观',
    en: 'Sign in to view a screen',
  },
  VERSION_UNSUPPORTED: {
    status: 426,
    who: 'installer',
    zh: '播放端版本不合：服务器支持 {limit}，设备是 {got}',
    en: 'Player version not supported: server has {limit}, device {got}',
  },
  MSG_INVALID: {
    status: 400,
    who: 'nobody',
    zh: '设备消息格式不对：{got}',
    en: 'Malformed device message: {got}',
  },
  OBJECT_UNKNOWN: { status: 404, who: 'nobody', zh: '没有这个文件', en: 'No such object' },
  RANGE_INVALID: {
    status: 416,
    who: 'nobody',
    zh: '文件没有这一段',
    en: 'The object has no such range',
  },
  TIMELINE_NO_EVIDENCE: {
    status: 404,
    who: 'nobody',
    zh: '那一刻没有节目头，无法证明播放了什么',
    en: 'No head was active then: there is no evidence of what was shown',
  },
  INSTANT_INVALID: {
    status: 400,
    who: 'nobody',
    zh: '时间写法不对，例如 2026-11-23T08:00:00Z',
    en: 'Not an ISO instant, such as 2026-11-23T08:00:00Z',
  },
  NO_PROGRAMME: {
    status: 404,
    who: 'operator',
    zh: '这块屏还没有节目',
    en: 'This screen has no programme yet',
  },
  PROGRAMME_INVALID: {
    status: 422,
    who: 'administrator',
    zh: '节目内容不合格式，已拒绝使用：{got}',
    en: 'The programme is malformed and is refused: {got}',
  },
  HEAD_INVALID: {
    status: 422,
    who: 'administrator',
    zh: '节目头不合格式，已拒绝使用：{got}',
    en: 'The head is malformed and is refused: {got}',
  },
} as const satisfies Record<string, ErrorEntry>
