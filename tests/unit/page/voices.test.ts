import { describe, expect, it } from 'vitest'
import type { DrawOp } from '../../../src/model/page.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { voiceDrafts, type Voice } from '../../../src/page/voices.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const he: Voice = { who: 'he', label: '他说', wording: { field: 'a', text: '“本金随时能取”' } }
const you: Voice = { who: 'you', label: '您这样做', wording: { field: 'b', text: '先问儿女，再交钱' } }
const sheet = (name: keyof typeof DEMO_SCREENS): Sheet => sheetOf(DEMO_SCREENS[name], METRICS) as Sheet
const kinds = (ops: readonly DrawOp[]): readonly string[] => ops.map((op) => op.op)

describe('two voices', () => {
  it('PAGE-11 he speaks in an outline bubble with a tail, you stand on solid green below', () => {
    const drafts = voiceDrafts(sheet('wall'), [he, you])
    expect(drafts).toHaveLength(1)
    const [frame, gap, tail] = drafts?.[0] ?? []
    expect(frame).toMatchObject({ op: 'frame', x: 56, w: 1168, line: 6, radius: 28 })
    expect([gap?.op, tail?.op]).toEqual(['rect', 'path'])
    const green = drafts?.[0]?.find((op) => op.op === 'rect' && op.fill === '#0B5D3B')
    expect(green && 'y' in green && frame && 'y' in frame && green.y > frame.y).toBe(true)
  })

  it('PAGE-11 a small panel gives each voice its own page', () => {
    const drafts = voiceDrafts(sheet('market'), [he, you])
    expect(drafts).toHaveLength(2)
    expect(kinds(drafts?.[0] ?? [])).toContain('frame')
    expect(kinds(drafts?.[1] ?? [])).not.toContain('frame')
  })

  it('PAGE-10 no slanted or round edge on a panel without shades', () => {
    const mono = { ...DEMO_SCREENS.wall, colour: 'mono' as const }
    const ops = voiceDrafts(sheetOf(mono, METRICS) as Sheet, [he, you])?.[0] ?? []
    expect(kinds(ops)).not.toContain('path')
    expect(ops.some((op) => 'radius' in op)).toBe(false)
  })

  it('undefined when a voice cannot be set', () => {
    const never: Voice = { ...he, wording: { field: 'a', text: '”'.repeat(60) } }
    expect(voiceDrafts(sheet('market'), [never])).toBeUndefined()
  })
})
