import { describe, expect, test } from 'vitest'
import { sentences } from '../../../../display-client/shell/sentences.ts'

const grid = { width: 640, height: 320 }

describe('sentences', () => {
  test('PLY-3 a small window and a wrong pixel ratio are each one plain sentence in both languages', () => {
    expect(sentences(grid, grid, 1)).toEqual([])
    expect(sentences(null, { width: 1, height: 1 }, 1)).toEqual([])
    const [small] = sentences(grid, { width: 640, height: 319 }, 1)
    expect(small).toMatch(/窗口比屏小（640×319 < 640×320）.*smaller than the screen/)
    expect(sentences(grid, grid, 1.25)).toEqual([expect.stringMatching(/1\.25，应为 1.*must be 1/)])
  })
})
