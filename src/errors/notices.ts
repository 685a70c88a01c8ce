import type { ErrorEntry } from './entry.ts'

/** Notices outside the desk: receivers, and why a delivery did not arrive. */
export const NOTICE_ERRORS = {
  WEBHOOK_ADDRESS_INVALID: {
    status: 400,
    who: 'administrator',
    zh: '地址要写全，以 https:// 开头，不带用户名和密码',
    en: 'The address is a whole one that begins with https://, without a name and a password in it',
  },
  WEBHOOK_ADDRESS_INNER: {
    status: 400,
    who: 'administrator',
    zh: '{got} 是内网或本机的地址，通知不往那里发；确实要发，请安装人员写进 WEBHOOK_HOSTS',
    en: '{got} is an address inside a network or of this machine, where nothing is sent; an installer may name it in WEBHOOK_HOSTS',
  },
  WEBHOOK_SECRET_REQUIRED: {
    status: 400,
    who: 'administrator',
    zh: '通用接口要填密钥，对方用它验明是本镇发的',
    en: 'A generic receiver needs a secret, by which it knows who sent it',
  },
  WEBHOOK_SECRET_SHORT: {
    status: 400,
    who: 'administrator',
    zh: '密钥至少 {limit} 个字符',
    en: 'The secret has {limit} characters at least',
  },
  WEBHOOK_TOO_MANY: {
    status: 409,
    who: 'administrator',
    zh: '最多设 {limit} 个外发通知，请先删掉不用的',
    en: 'There are {limit} receivers at most; delete one that is not used',
  },
  WEBHOOK_TRY_TOO_OFTEN: {
    status: 429,
    who: 'administrator',
    zh: '试发太勤，请过一会儿再试',
    en: 'Too many tests; try again in a while',
  },
  WEBHOOK_HOST_UNKNOWN: {
    status: 502,
    who: 'administrator',
    zh: '找不到 {got} 这台服务器：请看地址有没有写错、服务器能不能上网',
    en: 'There is no server {got}: look at the address, and whether this server reaches the internet',
  },
  WEBHOOK_UNREACHABLE: {
    status: 502,
    who: 'administrator',
    zh: '连不上对方的服务器（{got}）',
    en: 'The receiver cannot be reached ({got})',
  },
  WEBHOOK_CERTIFICATE: {
    status: 502,
    who: 'administrator',
    zh: '对方的证书不可信（{got}），没有发',
    en: 'The certificate of the receiver cannot be trusted ({got}); nothing was sent',
  },
  WEBHOOK_TIMEOUT: {
    status: 504,
    who: 'administrator',
    zh: '对方 {limit} 秒没有答复',
    en: 'The receiver did not answer within {limit} seconds',
  },
  WEBHOOK_REDIRECTED: {
    status: 502,
    who: 'administrator',
    zh: '对方让转到别的地址（{got}），没有跟过去：请把地址写成最后那一个',
    en: 'The receiver points elsewhere ({got}), which is not followed: write down the address it points to',
  },
  WEBHOOK_ANSWERED: {
    status: 502,
    who: 'administrator',
    zh: '对方的服务器答复 {got}，没有收下',
    en: 'The receiver answered {got} and did not take it',
  },
  WEBHOOK_ROBOT_REFUSED: {
    status: 502,
    who: 'administrator',
    zh: '机器人没有收下（错误号 {got}）：请核对地址、密钥和机器人的安全设置',
    en: 'The robot did not take it (error {got}): look at its address, its secret and its security settings',
  },
  WEBHOOK_TAMPERED: {
    status: 409,
    who: 'administrator',
    zh: '外发通知被绕过后台改动，已停发：{hint}。请打开它，核对地址，再保存一次',
    en: 'A receiver was changed behind the product and gets nothing: {hint}. Open it, look at its address and save it again',
  },
  NOTICE_RECEIVER_GONE: {
    status: 410,
    who: 'administrator',
    zh: '收件的一方已停用、删除或不再要这类通知，没有发',
    en: 'The receiver is switched off, gone, or wants no such notices any more; nothing was sent',
  },
  MAIL_UNREACHABLE: {
    status: 502,
    who: 'installer',
    zh: '连不上邮件服务器（{got}），请安装人员看 SMTP_URL',
    en: 'The mail server cannot be reached ({got}); an installer should look at SMTP_URL',
  },
  MAIL_REFUSED: {
    status: 502,
    who: 'installer',
    zh: '邮件服务器没有收下（{got}）：请核对收件人的邮箱，和 SMTP_URL、MAIL_FROM',
    en: 'The mail server did not take it ({got}): look at the address, and at SMTP_URL and MAIL_FROM',
  },
} as const satisfies Record<string, ErrorEntry>
