import type { Device, DeviceKind } from '../../../src/model/browser.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

const KINDS: Readonly<Record<DeviceKind, readonly [zh: string, en: string]>> = {
  computer: ['电脑', 'Computer'],
  phone: ['手机', 'Phone'],
  tablet: ['平板', 'Tablet'],
  other: ['别的设备', 'Another device'],
}

/** By the names of src/model/browser.ts; one that stands for several says so. */
const CHINESE: Readonly<Record<string, string>> = {
  HarmonyOS: '鸿蒙',
  iPhone: '苹果',
  iPad: '苹果',
  Android: '安卓',
  Windows: '视窗系统',
  macOS: '苹果系统',
  Linux: '麒麟、统信一类的系统',
  WeChat: '微信',
  DingTalk: '钉钉',
  Edge: '微软浏览器',
  QQ: 'QQ 浏览器',
  360: '360 浏览器',
  Firefox: '火狐浏览器',
  Chrome: '谷歌浏览器或同类的',
  Safari: '苹果浏览器',
}

/** `手机 · 安卓 · 微信`; in English by the makers' own names. What is not known is left out. */
export const deviceWords = ({ kind, system, browser }: Device, language: DeskLanguage): string =>
  [
    say(language, ...KINDS[kind]),
    ...[system, browser].map((name) => say(language, CHINESE[name] ?? '', name)),
  ]
    .filter((word) => word !== '')
    .join(' · ')
