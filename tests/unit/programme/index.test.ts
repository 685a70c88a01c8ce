import { expect, it } from 'vitest'
import * as programme from '../../../src/programme/index.ts'

it('the door of the room opens to what other rooms were promised', () => {
  expect(Object.keys(programme)).toEqual(
    expect.arrayContaining(['DIGESTED', 'at', 'canonicalJson', 'headBody', 'parseHead', 'parseProgramme']),
  )
})
