/** What the card says of a trouble, by its code: a panel never draws words that came over a wire. */
const SENTENCES: { readonly [code: string]: string } = {
  SCREEN_REPLACED: '另一台设备在用本屏的密钥',
  SCREEN_UNKNOWN: '没有这块屏',
  PROOF_INVALID: '本机签名不对，请重新配对',
  VERSION_UNSUPPORTED: '播放端和服务器版本不合',
  VIEWER_NOT_ALLOWED: '登录后才能旁观',
  HEAD_INVALID: '收到的节目头不合格，没有采用',
  PROGRAMME_INVALID: '收到的节目不合格，没有播放',
  TOWN_KEY_CHANGED: '请在后台解除配对，再按任意键重新配对',
}

export const sentenceOf = (code: string): string =>
  SENTENCES.hasOwnProperty(code) ? SENTENCES[code]! : '服务器没有接受本机，稍后再试'
