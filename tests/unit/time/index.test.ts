import { expect, it } from 'vitest'
import * as time from '../../../src/time/index.ts'

it('the door of the room opens to what other rooms were promised', () => {
  expect(Object.keys(time)).toEqual(
    expect.arrayContaining(['TOWN_ZONE', 'addDays', 'civilOf', 'formatChinese', 'instantOf', 'windowsOf']),
  )
})
