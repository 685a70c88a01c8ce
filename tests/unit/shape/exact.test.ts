import { describe, expect, it } from 'vitest'
import {
  exact,
  filled,
  finite,
  list,
  mapOf,
  Misfit,
  oneOf,
  orNull,
  truth,
  whole,
} from '../../../src/shape/shape.ts'

type Thing = { readonly name: string; readonly size?: number }
const thing = exact<Thing>({ name: filled, size: whole(1) }, ['size'])

const fault = (run: () => unknown): string => {
  try {
    run()
  } catch (e) {
    if (e instanceof Misfit) return e.path
    throw e
  }
  return 'passed'
}

describe('PRG-3 checks name the path of the first fault', () => {
  it('passes what fits', () => {
    expect(fault(() => thing({ name: 'a' }, ''))).toBe('passed')
    expect(fault(() => thing({ name: 'a', size: 1 }, ''))).toBe('passed')
    expect(fault(() => mapOf(filled, orNull(finite))({ a: 1.5, b: null }, ''))).toBe('passed')
  })

  it.each([
    ['a missing member', {}, 'name'],
    ['an unknown member', { name: 'a', colour: 1 }, 'colour'],
    ['a prototype member', JSON.parse('{"name":"a","__proto__":1}'), '__proto__'],
    ['an inherited name', { name: 'a', toString: 1 }, 'toString'],
    ['too small', { name: 'a', size: 0 }, 'size'],
    ['not whole', { name: 'a', size: 1.5 }, 'size'],
    ['empty text', { name: '' }, 'name'],
    ['a list', [], ''],
    ['null', null, ''],
  ])('refuses %s', (_, value, path) => {
    expect(fault(() => thing(value, ''))).toBe(path)
  })

  it('refuses lists of the wrong length and members of the wrong kind', () => {
    expect(fault(() => list(whole(), 1)([], 'a'))).toBe('a')
    expect(fault(() => list(whole(), 0, 1)([1, 2], 'a'))).toBe('a')
    expect(fault(() => list(oneOf(['x']))(['x', 'y'], 'a'))).toBe('a[1]')
    expect(fault(() => truth(1, 'a'))).toBe('a')
    expect(fault(() => finite(Infinity, 'a'))).toBe('a')
  })
})
