import { describe, expect, it } from 'vitest'
import { shapedBody } from '../../../src/adapters/web/rest-shape.ts'
import { TEXTS, type ErrorCode } from '../../../src/errors/codes.ts'
import { refusal, RefusalError } from '../../../src/errors/refusal.ts'

const detail = { limit: '24', got: 'a (b) 31', hint: 'c.d' }

const first = (message: string) =>
  (shapedBody({ errors: [{ id: '7', message }] }, true) as { errors: readonly object[] }).errors[0]

describe('I14 of a sentence alone the whole refusal is found again', () => {
  it.each(Object.keys(TEXTS) as ErrorCode[])('I14 %s', (code) => {
    const { message_zh, message_en } = refusal(code, detail)
    expect(first(new RefusalError(refusal(code, detail)).message)).toMatchObject({
      id: '7',
      code,
      message: message_zh,
      message_zh,
      message_en,
    })
  })

  it('I14 of several the first is told, whole', () => {
    const { message } = new RefusalError(refusal('TEXT_TOO_LONG', detail), refusal('TEXT_EMPTY'))
    expect(first(message)).toMatchObject({ code: 'TEXT_TOO_LONG', limit: '24' })
  })

  it('I14 Payload’s own sentence for a row that somebody has open', () => {
    const message = 'Document with ID 7 is currently locked by another user and cannot be modified.'
    expect(first(message)).toMatchObject({ code: 'ROW_LOCKED' })
  })

  it('I14 a sentence that is no refusal is FIELD_INVALID', () => {
    expect(first('Something broke')).toMatchObject({ code: 'FIELD_INVALID' })
  })
})
