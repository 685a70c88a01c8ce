import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sample } from '../builders/sample.ts'
import { CONTROL_MS, FILE, judge, LANES, LARGER, MARGIN } from '../../scripts/ratchet.mjs'

const took = (cpu: number, control = CONTROL_MS, file = 'tests/unit/new.test.ts', lane = 'unit') =>
  judge({ spent: [{ lane, file, cpu, wall: 0 }], controls: [control, control, 50 * control] })

describe('HOUSE-10 no test grows dear unseen', () => {
  it('HOUSE-10 a file over its limit is named, with what it took and may take', () => {
    expect(took(FILE * MARGIN - 0.1)).toEqual([])
    expect(took(FILE * MARGIN + 0.1)).toEqual([
      expect.stringMatching(/^tests\/unit\/new\.test\.ts took 22\.6 s .*may take 15 s/),
    ])
  })

  it('HOUSE-10 a lane over its budget is named, whichever of its files it was', () => {
    const [lane, may] = Object.entries(LANES)[0] ?? ['', 0]
    const files = Array.from({ length: Math.ceil((may * MARGIN) / 10) + 1 }, (_, i) => ({
      lane,
      file: `tests/${i}.test.ts`,
      cpu: 10,
      wall: 0,
    }))
    expect(judge({ spent: files, controls: [CONTROL_MS] })).toEqual([
      expect.stringContaining(`lane ${lane} took`),
    ])
  })

  it('HOUSE-10 a slower processor is given as much more, a faster one is held to no less', () => {
    expect(took(1.9 * MARGIN * FILE, 2 * CONTROL_MS)).toEqual([])
    expect(took(2.1 * MARGIN * FILE, 2 * CONTROL_MS)).toHaveLength(1)
    expect(took(0.9 * MARGIN * FILE, CONTROL_MS / 2)).toEqual([])
  })

  it('HOUSE-10 samples under seeds in a row come to all there is, and no sample holds a thing twice', () => {
    for (const [all, count] of [
      [7, 1],
      [7, 3],
      [8, 2],
      [8, 20],
    ] as const) {
      const things = Array.from({ length: all }, (_, i) => i)
      const taken = things.map((seed) => sample(things, count, seed))
      for (const one of taken) expect(new Set(one).size).toBe(Math.min(count, all))
      const enough = Math.ceil(all / count)
      expect(new Set(taken.slice(0, enough).flat()).size, `${count} of ${all}`).toBe(all)
      // Whichever day it is.
      expect(new Set(sample(things, count, 20_788)).size).toBe(Math.min(count, all))
    }
  })

  it('HOUSE-10 who may take more is a file that is there', () => {
    expect(Object.keys(LARGER).filter((file) => !existsSync(file))).toEqual([])
  })
})
