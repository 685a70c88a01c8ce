import { describe, expect, it } from 'vitest'
import { charactersOf } from '../../../src/page/charset.ts'
import { buildPage, buildText } from '../../builders/page.ts'

describe('charset', () => {
  it('characters a font must hold, each once, in order, without spaces', () => {
    const page = buildPage({}, buildText('天上 天下'), buildText('96110', { font: 'pixel' }))
    expect(charactersOf([page, page], 'sans')).toBe('上下天')
    expect(charactersOf([page], 'pixel')).toBe('0169')
    expect(charactersOf([], 'sans')).toBe('')
  })
})
