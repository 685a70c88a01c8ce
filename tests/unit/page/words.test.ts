import { describe, expect, it } from 'vitest'
import { isHead, isTail, wordsOf } from '../../../src/page/words.ts'

describe('words', () => {
  it.each([
    ['保本高息是骗局', '保本 高息 是 骗局'],
    ['第三个月人去楼空', '第三个月 人去楼空'],
    ['先打96110再掏钱', '先打 96110 再 掏钱'],
    ['他把20万元养老钱全转走了', '他 把 20万元 养老钱 全 转 走 了'],
    ['免费体检后要您现场交钱都是骗局', '免费体检 后 要 您 现场 交钱 都是 骗局'],
  ])('PAGE-4 %s', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words)
  })

  it('loses and adds nothing', () => {
    const text = '骗子自称是市公安局民警说王大爷涉嫌洗钱3.5万'
    expect(wordsOf(text).join('')).toBe(text)
    expect(wordsOf('')).toEqual([])
  })

  it('knows heads and tails of phrases', () => {
    expect(isHead('都是') && isTail('的') && !isHead('骗局') && !isTail('骗局')).toBe(true)
  })
})
