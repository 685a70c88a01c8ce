import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { Sha256 } from '../../../src/model/ids.ts'
import type { DrawOp, Page } from '../../../src/model/page.ts'
import { paint, type PaintContext } from '../../../src/paint/index.ts'
import { buildPage, buildText } from '../../builders/page.ts'

type Call = readonly [name: string, ...args: readonly unknown[]]

/** A context that writes down what it is told. */
const recorder = (): { readonly ctx: PaintContext; readonly calls: Call[] } => {
  const calls: Call[] = []
  const note =
    (name: string) =>
    (...args: readonly unknown[]): void => {
      calls.push([name, ...args])
    }
  const ctx: PaintContext = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    lineJoin: '',
    lineCap: '',
    font: '',
    textAlign: '',
    textBaseline: '',
    imageSmoothingEnabled: true,
    fillRect: note('fillRect'),
    beginPath: note('beginPath'),
    closePath: note('closePath'),
    moveTo: note('moveTo'),
    lineTo: note('lineTo'),
    arcTo: note('arcTo'),
    rect: note('rect'),
    fill: note('fill'),
    stroke: note('stroke'),
    fillText: note('fillText'),
    drawImage: note('drawImage'),
  }
  return { ctx, calls }
}

const resources = { fontFamily: (font: string) => `ss-${font}`, image: () => undefined }

const pixels = (page: Page, image?: unknown) => {
  const canvas = createCanvas(page.width, page.height)
  paint(canvas.getContext('2d'), page, { ...resources, image: () => image })
  return (x: number, y: number): readonly number[] =>
    [...canvas.getContext('2d').getImageData(x, y, 1, 1).data].slice(0, 3)
}

describe('paint', () => {
  it('PAINT-1 glyph by glyph at the places of the layout, spaces skipped', () => {
    const { ctx, calls } = recorder()
    paint(ctx, buildPage({}, buildText('天 上', { xs: [5, 53, 77] })), resources)
    expect(calls.filter(([name]) => name === 'fillText')).toEqual([
      ['fillText', '天', 5, 100],
      ['fillText', '上', 77, 100],
    ])
    expect(ctx.font).toBe('48px ss-sans')
    expect([ctx.textBaseline, ctx.textAlign, ctx.imageSmoothingEnabled]).toEqual([
      'alphabetic',
      'left',
      false,
    ])
  })

  it('fills the ground first, over the whole grid', () => {
    const { ctx, calls } = recorder()
    paint(ctx, buildPage({ ground: '#000000' }), resources)
    expect(calls[0]).toEqual(['fillRect', 0, 0, 320, 160])
  })

  it('PAINT-2 square frames are whole bars, inside their box', () => {
    const at = pixels(buildPage({}, { op: 'frame', x: 10, y: 10, w: 50, h: 40, stroke: '#FF2A1A', line: 1 }))
    expect([at(10, 10), at(59, 49), at(11, 11), at(9, 9), at(60, 50)]).toEqual([
      [255, 42, 26],
      [255, 42, 26],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  it('round corners leave the corner pixel to the ground', () => {
    const at = pixels(buildPage({}, { op: 'rect', x: 0, y: 0, w: 100, h: 100, fill: '#0B5D3B', radius: 28 }))
    expect([at(0, 0), at(50, 50), at(50, 0)]).toEqual([
      [0, 0, 0],
      [11, 93, 59],
      [11, 93, 59],
    ])
  })

  it('paths are stroked and filled, pictures drawn one to one, a missing one left out', () => {
    const red = createCanvas(4, 4)
    const ctx = red.getContext('2d')
    ctx.fillStyle = '#FF0000'
    ctx.fillRect(0, 0, 4, 4)
    const image: DrawOp = { op: 'image', x: 10, y: 10, w: 4, h: 4, asset: 'a'.repeat(64) as Sha256 }
    const path: DrawOp = {
      op: 'path',
      points: [
        [50, 50],
        [90, 50],
        [70, 90],
      ],
      closed: true,
      fill: '#FFFFFF',
      stroke: '#00FF00',
      line: 4,
    }
    const at = pixels(buildPage({}, image, path), red)
    expect([at(13, 13), at(14, 14), at(70, 60), at(70, 50)]).toEqual([
      [255, 0, 0],
      [0, 0, 0],
      [255, 255, 255],
      [0, 255, 0],
    ])
    expect(pixels(buildPage({}, image))(12, 12)).toEqual([0, 0, 0])
  })
})
