import { describe, expect, test } from 'vitest'
import { commentsOf, isAt, pathOf } from '../../../cms/components/content/comments.ts'
import type { Returned } from '../../../cms/workflow/returned.ts'

const returned: Returned = {
  submission: 's',
  by: '何思远',
  at: '2026-10-12T00:40:00.000Z',
  comment: '整体再短些',
  isMended: false,
  pins: [
    { field: 'title', text: '要醒目', said: ['题'], isMended: true },
    { field: 'steps', item: 1, text: '太长', said: ['一', '二'], isMended: false },
  ],
}

describe('DESK-64 comments of a return in the form', () => {
  const comments = commentsOf(returned)
  test('DESK-64 numbered from 1, that on the whole first, where there is one', () => {
    expect(comments.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 整体再短些',
      '2 要醒目',
      '3 太长',
    ])
    expect(commentsOf({ ...returned, comment: ' ' }).map(({ number }) => number)).toEqual([1, 2])
  })
  test('DESK-64 the same number stands at the field, or at those of the row it means', () => {
    const at = (path: string) => comments.filter((one) => isAt(path, one)).map(({ number }) => number)
    expect([at('title'), at('steps.1.heSays'), at('steps.0.heSays'), at('steps.10.heSays')]).toEqual([
      [2],
      [3],
      [],
      [],
    ])
  })
  test('DESK-64 the way to it goes to what the form has', () => {
    const paths = ['title', 'steps', 'steps.1.id', 'steps.1.heSays', 'steps.1.youDo']
    expect(comments.map((one) => pathOf(one, paths))).toEqual([null, 'title', 'steps.1.heSays'])
    expect(comments.map((one) => pathOf(one, []))).toEqual([null, null, null])
  })
})
