import { expect, it } from 'vitest'
import * as schedule from '../../../src/schedule/index.ts'

it('the door of the room opens to what other rooms were promised', () => {
  expect(Object.keys(schedule)).toEqual(
    expect.arrayContaining(['explain', 'reasonText', 'scheduleFaults', 'schedulesFor', 'segmentsFor']),
  )
})
