import { describe, expect, it } from 'vitest'
import type { ReleaseId } from '../../../src/model/ids.ts'
import { placeInContent } from '../../../src/programme/place.ts'
import { buildItem, buildPage, buildProgramme, pageName } from '../../builders/programme.ts'

describe('a page knows its place in its content', () => {
  const [first, second] = [buildPage('一'), buildPage('二')]
  const programme = buildProgramme([[['甲', 5000]]])
  const loop = [buildItem('乙', first), buildItem('乙', second)]
  const both = { ...programme, loops: [...programme.loops, loop] }

  it('counts from 1 within the content', () => {
    const release = 'release-乙' as ReleaseId
    expect(placeInContent(both, { release, page: pageName(second) })).toEqual({ page: 2, of: 2 })
    expect(placeInContent(both, { release, page: pageName(first) })).toEqual({ page: 1, of: 2 })
  })

  it('has none in the fallback', () => {
    expect(placeInContent(both, { release: null, page: both.fallback[0]! })).toBeNull()
  })
})
