import { describe, expect, test } from 'vitest'
import type { View } from '../../../../display-client/core/view.ts'
import type { Canvases } from '../../../../display-client/stage/canvases.ts'
import type { DrawingTools } from '../../../../display-client/stage/drawing.ts'
import { familyOf } from '../../../../display-client/stage/fonts.ts'
import { pictureNames } from '../../../../display-client/stage/pictures.ts'
import { openStage } from '../../../../display-client/stage/stage.ts'
import type { Sha256 } from '../../../../src/model/ids.ts'
import { buildPage, buildProgramme, pageName } from '../../../builders/programme.ts'
import { fakeTempo } from '../../../fakes/tempo.ts'

const page = buildPage('甲')
const programme = buildProgramme([[['甲', 15_000]]])
const view = (dark = false, shown = page): View => ({
  kind: 'page',
  programme,
  sequence: dark ? 2 : 1,
  page: shown,
  showing: {
    page: pageName(shown),
    release: null,
    content: null,
    level: null,
    from: 0,
    until: 1,
    dark,
    why: [],
  },
})

const rig = () => {
  const log: string[] = []
  const tempo = fakeTempo(0)
  const ctx = {
    fillRect: (...at: number[]) => log.push(`rect ${at.join(' ')}`),
    fillText: (c: string) => log.push(c),
  }
  let context: unknown = ctx
  const canvases: Canvases = {
    hidden: (width, height) => {
      log.push(`hidden ${width}x${height}`)
      return context as CanvasRenderingContext2D | null
    },
    swap: () => void log.push('swap'),
    rebuild: () => void log.push('rebuild'),
    size: () => ({ width: 1, height: 1 }),
    fit: () => {},
  }
  let fontsReady: Promise<boolean> = Promise.resolve(true)
  let picture: Promise<null> = Promise.resolve(null)
  const tools: DrawingTools & { mark: (name: Sha256) => void } = {
    canvases,
    fonts: { ready: () => fontsReady, only: () => {} },
    bytes: () => picture,
    panel: () => ({ width: 9, height: 9 }),
    after: tempo.after,
    late: () => void log.push('late'),
    mark: (name) => void log.push(`mark ${name.slice(0, 4)}`),
  }
  return {
    stage: openStage(tools),
    log,
    tempo,
    without: () => {
      context = null
    },
    neverRead: () => {
      picture = new Promise(() => {})
    },
    fonts: (ready: Promise<boolean>) => {
      fontsReady = ready
    },
  }
}

const withPicture = buildPage('乙', 15_000, {
  ops: [{ op: 'image', x: 0, y: 0, w: 1, h: 1, asset: 'a'.repeat(64) as Sha256 }],
})

describe('stage', () => {
  test('I2 a page is drawn whole behind, then swapped, then marked', async () => {
    const { stage, log } = rig()
    expect(await stage.show(view())).toBe('held')
    expect(log).toEqual([
      'hidden 160x80',
      'rect 0 0 160 80',
      '甲',
      'swap',
      `mark ${pageName(page).slice(0, 4)}`,
    ])
  })

  test('PLY-14 a page drawn ahead only needs the swap', async () => {
    const { stage, log } = rig()
    stage.prepare(view())
    await Promise.resolve()
    await stage.show(view())
    expect(log.filter((line) => line.startsWith('hidden'))).toHaveLength(1)
  })

  test('I4 a picture that is not here, or a canvas that gives no context, leaves the last frame in front', async () => {
    const { stage, log, without } = rig()
    expect(pictureNames(withPicture)).toEqual(['a'.repeat(64)])
    expect(await stage.show(view(false, withPicture))).toBe('failed')
    without()
    expect(await stage.show(view())).toBe('failed')
    expect(log).not.toContain('swap')
  })

  test('PLY-24 a picture that is not read within ten seconds has failed', async () => {
    const { stage, tempo, neverRead } = rig()
    neverRead()
    let how = ''
    void stage.show(view(false, withPicture)).then((shown) => {
      how = shown
    })
    await tempo.pass(9_999)
    expect(how).toBe('')
    await tempo.pass(1)
    expect(how).toBe('failed')
  })

  test('I2 what was overtaken never reaches the canvas', async () => {
    const { stage, log } = rig()
    const first = stage.show(view())
    const second = stage.show(view(true))
    expect([await first, await second]).toEqual(['overtaken', 'held'])
    expect(log).not.toContain('甲')
  })

  test('PLY-23 fonts are waited for three seconds; a page drawn without them is drawn again when they come', async () => {
    const { stage, log, tempo, fonts } = rig()
    let come = (_whole: boolean): void => {}
    fonts(
      new Promise((resolve) => {
        come = resolve
      }),
    )
    const shown = stage.show(view())
    await tempo.pass(2_999)
    expect(log).toEqual([])
    await tempo.pass(1)
    expect(await shown).toBe('held')
    come(true)
    await tempo.pass(0)
    expect(log.at(-1)).toBe('late')
  })

  test('I2 fonts of two programmes never share a name', () => {
    const extra = (sha: string) => ({ font: 'sans' as const, sha256: sha.repeat(64) as Sha256 })
    expect(familyOf('sans', [extra('a')])).toBe('"ss-sans","ss-sans-x-aaaaaaaaaaaa",sans-serif')
    expect(familyOf('sans', [extra('b')])).not.toContain('aaaa')
    expect(familyOf('pixel', [extra('a')])).toBe('"ss-pixel",sans-serif')
  })
})
