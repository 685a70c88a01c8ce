import { describe, expect, it } from 'vitest'
import { codePoints, isHanzi, tidy } from '../../../src/text/characters.ts'
import { MARKS, MARKS_1 } from '../../../src/text/marks.ts'

describe.each([
  ['layout 1', MARKS_1],
  ['since layout 2', MARKS],
])('marks as %s knows them', (_, marks) => {
  const { endsClause, isClosing, isFullPause, isOpening, isSilentPause, isSolid, neverFirst, neverLast } =
    marks
  it('PAGE-3 closing marks never start a line, opening ones never end it', () => {
    for (const c of '”’）》】，。、：；！？') expect(neverFirst(c)).toBe(true)
    for (const c of '“‘（《【￥') expect(neverLast(c)).toBe(true)
    expect([...'钱A9'].some((c) => neverFirst(c) || neverLast(c))).toBe(false)
  })

  it('knows what is read, what is paused at, what may fall silent', () => {
    expect([...'钱A9'].every(isSolid)).toBe(true)
    expect([...' ，“”—…'].some(isSolid)).toBe(false)
    expect([...'，。；、：'].every(isSilentPause)).toBe(true)
    expect([...'？！”'].some(isSilentPause)).toBe(false)
    expect(isFullPause('，') && isFullPause('、') && !isFullPause(',')).toBe(true)
    expect(endsClause('？') && isOpening('“') && isClosing('”')).toBe(true)
  })
})

describe('TXT-3 marks since layout 2', () => {
  it('TXT-3 neither a unit nor a half of a bracket is torn off', () => {
    for (const c of '〕］｝％㎡々–‐') expect(MARKS.neverFirst(c)).toBe(true)
    for (const c of '［｛№＃') expect(MARKS.neverLast(c)).toBe(true)
  })
})

describe('characters', () => {
  it('counts by code point and tidies spaces', () => {
    expect(codePoints('𠮷野家')).toHaveLength(3)
    expect(isHanzi('𠮷') && isHanzi('诈') && !isHanzi('A')).toBe(true)
    expect(tidy('　天上不会 \n 掉馅饼  ')).toBe('天上不会 掉馅饼')
  })
})
