import { describe, expect, it } from 'vitest'
import { addressFault, isReadable } from '../../../src/adapters/web/rest-address.ts'

const kinds = {
  collections: [{ slug: 'cases', versions: { drafts: true } }, { slug: 'prints' }],
  globals: [{ slug: 'town' }],
}
const codeOf = (path: string) => addressFault(new URL(path, 'http://x'), kinds)?.code ?? null

describe('ADP-15 addresses', () => {
  it.each([
    ['/v/%E5%AD%97', true],
    ['/v/%', false],
    ['/v/%E0%A4%A', false],
  ])('ADP-15 whether %s can be decoded: %s', (path, readable) => {
    expect(isReadable(path)).toBe(readable)
  })

  it.each([
    ['/api/cases/versions', null],
    ['/api/prints/versions', 'ROUTE_UNKNOWN'],
    ['/api/prints/versions/x', 'ROUTE_UNKNOWN'],
    ['/api/globals/town/versions', 'ROUTE_UNKNOWN'],
    ['/api/town/versions', null],
    ['/api/prints/versionsx', null],
    ['/api/prints/a%00b', 'ROUTE_UNKNOWN'],
    ['/api/payload-preferences/', 'ROUTE_UNKNOWN'],
    ['/api/payload-preferences/cases', null],
    ['/api/prints?limit=0&page=1&depth=2', null],
    ['/api/prints?limit=many', null],
    ['/api/prints?limit=1e99', 'FIELD_INVALID'],
    ['/api/prints?page=-1e7', 'FIELD_INVALID'],
  ])('ADP-15 %s is %s', (path, code) => {
    expect(codeOf(path)).toBe(code)
  })
})
