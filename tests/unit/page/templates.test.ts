import { describe, expect, it } from 'vitest'
import { TEMPLATES } from '../../../src/page/templates.ts'

describe('templates', () => {
  it('each has a name and a version', () => {
    for (const [name, version] of Object.entries(TEMPLATES))
      expect(version).toMatch(new RegExp(`^${name}@[0-9]+$`))
  })
})
