import { expect, it } from 'vitest'
import * as room from '../../../src/publish/index.ts'

it('the door of the room opens to what other rooms were promised', () => {
  expect(Object.keys(room)).toEqual(
    expect.arrayContaining([
      'compile',
      'groupKeyOf',
      'groupsOf',
      'publish',
      'restore',
      'revokedOf',
      'withFonts',
    ]),
  )
})
