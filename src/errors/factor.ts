import type { ErrorEntry } from './entry.ts'

/** The second factor: enrolled, asked for, lost. */
export const FACTOR_ERRORS = {
  FACTOR_ASKED: {
    status: 403,
    who: 'editor',
    zh: '请再填手机验证器上的 6 位数字，或一个恢复码',
    en: 'Now the 6 digits of the authenticator on your phone, or a recovery code',
  },
  FACTOR_WRONG: {
    status: 403,
    who: 'editor',
    zh: '这个验证码不对，或已经用过一次；等手机上换了新数字再填',
    en: 'This code is wrong or was used before; wait for the next number on your phone',
  },
  FACTOR_TOO_OFTEN: {
    status: 429,
    who: 'editor',
    zh: '验证码试得太多，请过 {limit} 分钟再试',
    en: 'Too many codes were tried; try again in {limit} minutes',
  },
  FACTOR_MUST_ENROL: {
    status: 403,
    who: 'editor',
    zh: '本镇要求签发人和管理员登录时再验证一次，请先在手机上设好',
    en: 'This town asks issuers and administrators for a second factor: first set it up on your phone',
  },
  FACTOR_NOT_FRESH: {
    status: 403,
    who: 'editor',
    zh: '做这一步之前请再验证一次：左下角“第二道验证”里，点“现在再验证一次”',
    en: 'Before this step prove once more who you are: “Second factor” at the foot of the menu, then “Prove it now”',
  },
  FACTOR_MISSING: {
    status: 409,
    who: 'editor',
    zh: '您还没有设第二道验证，请先在左下角“第二道验证”里设好',
    en: 'You have no second factor yet: first set it up under “Second factor” at the foot of the menu',
  },
  FACTOR_REQUIRED: {
    status: 409,
    who: 'editor',
    zh: '本镇要求您用第二道验证，不能取消；换手机请点“换一部手机”',
    en: 'This town asks a second factor of you, so it cannot be removed; a new phone takes its place by “Another phone”',
  },
  FACTOR_NOT_BEGUN: {
    status: 409,
    who: 'editor',
    zh: '这张二维码已经过时，请重新开始设',
    en: 'This QR code is too old: begin the setup anew',
  },
  FACTOR_OWN: {
    status: 409,
    who: 'administrator',
    zh: '自己的第二道验证不能这样重置：请用恢复码登录，再换一部手机',
    en: 'Nobody resets his own second factor this way: sign in by a recovery code, then take another phone',
  },
} as const satisfies Record<string, ErrorEntry>
