import { describe, expect, it } from 'vitest'
import { deviceWords } from '../../../cms/components/sign-in/device-words.ts'
import { deviceIn } from '../../../src/model/browser.ts'
import { englishIn } from '../../e2e/strange.ts'

const SYSTEMS = ['HarmonyOS', 'iPhone', 'iPad', 'Android', 'Windows', 'macOS', 'Linux']
const BROWSERS = ['WeChat', 'DingTalk', 'Edge', 'QQ', '360', 'Firefox', 'Chrome', 'Safari']

describe('PPL-4 DESK-81 the device of a session in words', () => {
  it.each([
    ['phone/Android/WeChat', '手机 · 安卓 · 微信', 'Phone · Android · WeChat'],
    ['computer/Windows/Chrome', '电脑 · 视窗系统 · 谷歌浏览器或同类的', 'Computer · Windows · Chrome'],
    ['other//', '别的设备', 'Another device'],
  ])('PPL-4 %s', (kept, zh, en) => {
    expect(deviceWords(deviceIn(kept), 'zh')).toBe(zh)
    expect(deviceWords(deviceIn(kept), 'en')).toBe(en)
  })

  it.each(SYSTEMS.flatMap((system) => BROWSERS.map((browser) => [system, browser] as const)))(
    'DESK-81 %s with %s has Chinese words for both',
    (system, browser) => {
      const said = deviceWords({ kind: 'computer', system, browser }, 'zh')
      expect(said.split(' · ')).toHaveLength(3)
      expect(englishIn(said)).toEqual([])
    },
  )
})
