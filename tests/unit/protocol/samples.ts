import type { ScreenId, Sha256 } from '../../../src/model/ids.ts'
import type { DeviceReport, FromDevice, FromServer } from '../../../src/protocol/messages.ts'
import { toBase64Url } from '../../../src/protocol/base64url.ts'

export const KEY = toBase64Url(new Uint8Array(32).fill(7))
export const TOWN_KEY = toBase64Url(new Uint8Array(32).fill(9))
export const SIGNATURE = toBase64Url(new Uint8Array(64).fill(3))
export const SCREEN = 'screen-1' as ScreenId
export const PROGRAMME = 'a'.repeat(64) as Sha256

export const REPORT: DeviceReport = {
  userAgent: 'Chrome/52',
  canvas: { width: 640, height: 32 },
  window: { width: 1280, height: 720 },
  devicePixelRatio: 1,
  secureContext: false,
  storageBytes: null,
}

export const FROM_DEVICE: readonly FromDevice[] = [
  { type: 'hello', protocol: 1, role: 'screen', key: KEY },
  { type: 'hello', protocol: 1, role: 'viewer', screen: SCREEN },
  { type: 'prove', signature: SIGNATURE, report: REPORT },
  { type: 'check', sequence: 0 },
  { type: 'receipt', sequence: 12, stage: 'ready', at: 1_795_000_000_000 },
  { type: 'clock', sent: 1234.5 },
  { type: 'clock', sent: 1234.5, random: 'r'.repeat(22) },
  { type: 'report', report: REPORT },
]

export const FROM_SERVER: readonly FromServer[] = [
  { type: 'challenge', nonce: 'n'.repeat(32) },
  { type: 'pairing', code: 'BCDF-GHJK', fingerprint: 'AB12 CD34 EF56 7890', expiresAt: 1 },
  {
    type: 'pairing',
    code: 'BCDF-GHJK',
    fingerprint: 'AB12 CD34 EF56 7890',
    expiresAt: 1,
    town: { name: '五间镇', key: TOWN_KEY },
  },
  {
    type: 'welcome',
    screen: { id: SCREEN, name: '菜市场东门', width: 640, height: 32 },
    town: { name: '五间镇', key: TOWN_KEY },
    now: 5,
  },
  { type: 'head', head: { body: '{}', signature: SIGNATURE } },
  { type: 'hint', sequence: 3, programme: PROGRAMME },
  { type: 'clock', sent: 1.5, now: 2 },
  { type: 'clock', sent: 1.5, now: 2, signature: SIGNATURE },
  {
    type: 'refused',
    refusal: { code: 'SCREEN_REPLACED', message_zh: '另一台设备', message_en: 'Another device', limit: 3 },
  },
]
