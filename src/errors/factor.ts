import type { ErrorEntry } from './entry.ts'

/** The second factor: enrolled, asked for, lost. */
export const FACTOR_ERRORS = {
  FACTOR_ASKED: {
    status: 403,
    who: 'editor',
    zh: '请再验证一次：用通行密钥，或填手机验证器上的 6 位数字，或一个恢复码',
    en: 'Now your second factor: a passkey, the 6 digits of the authenticator on your phone, or a recovery code',
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
    zh: '验证试得太多，请过 {limit} 分钟再试',
    en: 'Too many tries of the second factor; try again in {limit} minutes',
  },
  FACTOR_MUST_ENROL: {
    status: 403,
    who: 'editor',
    zh: '本镇要求签发人和管理员登录时再验证一次，请先设好',
    en: 'This town asks issuers and administrators for a second factor: first set one up',
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
    zh: '本镇要求您用第二道验证，不能取消；换手机请点“换一部手机”，换通行密钥请先添加新的',
    en: 'This town asks a second factor of you, so it cannot be removed; a new phone takes its place by “Another phone”, a passkey by adding the new one first',
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
  PASSKEY_WRONG: {
    status: 403,
    who: 'editor',
    zh: '通行密钥没有验证通过，请再试一次；总是不行，就填手机上的数字或恢复码',
    en: 'The passkey did not prove you; try once more, or use the digits of your phone or a recovery code',
  },
  PASSKEY_LATE: {
    status: 403,
    who: 'editor',
    zh: '等得太久了，或这次验证已经用过，请再点一次',
    en: 'That took too long or was used before; press the button once more',
  },
  PASSKEY_NOT_BEGUN: {
    status: 409,
    who: 'editor',
    zh: '等得太久了，或第二道验证刚改过，请重新开始添加',
    en: 'That took too long, or your second factor was changed meanwhile: begin anew',
  },
  PASSKEY_COPIED: {
    status: 403,
    who: 'editor',
    zh: '这把通行密钥可能被人复制了，这次不算：请填手机上的数字或恢复码，再把它移除，并告诉管理员',
    en: 'This passkey may have been copied and does not count: use the digits of your phone or a recovery code, then remove it and tell an administrator',
  },
  PASSKEY_NO_ADDRESS: {
    status: 409,
    who: 'editor',
    zh: '通行密钥只能用在有域名和 https 的网址上，本镇的网址还不是，请用手机验证码',
    en: 'Passkeys need an address with a name and https, which this town does not have yet; use the codes of a phone',
  },
  PASSKEY_NAMELESS: {
    status: 422,
    who: 'editor',
    zh: '请给这把通行密钥起个名字，以后认得出是哪台设备',
    en: 'Give this passkey a name, to know later which device it is on',
  },
  PASSKEY_TOO_MANY: {
    status: 409,
    who: 'editor',
    zh: '最多 {limit} 把通行密钥，请先移除不用的',
    en: 'No more than {limit} passkeys; first remove one that you do not use',
  },
} as const satisfies Record<string, ErrorEntry>
