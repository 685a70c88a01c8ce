import type { Ink, ScreenColour } from '../../src/model/screen.ts'

/** One demo screen; lengths in panel pixels, pitch in mm, distances in metres. */
export type ScreenSeed = {
  readonly name: string
  readonly place: string
  readonly unit: string
  readonly width: number
  readonly height: number
  readonly pitchMm: number
  readonly colour: ScreenColour
  readonly ink: Ink
  readonly distanceNear: number
  readonly distanceTypical: number
  readonly distanceFar: number
  readonly roadFacing: boolean
  readonly indoor: boolean
  readonly hoursOpen: string
  readonly hoursClose: string
  readonly audioAllowed: boolean
}

/** Open day and night: a visitor of the demo comes at any hour and must not find a dark wall. */
const ALWAYS = { hoursOpen: '00:00', hoursClose: '24:00', roadFacing: false, audioAllowed: false } as const

export const SCREENS: readonly ScreenSeed[] = [
  {
    ...ALWAYS,
    name: '农贸市场大屏',
    place: '农贸市场',
    unit: '市场监管所',
    width: 1280,
    height: 720,
    pitchMm: 4,
    colour: 'full',
    ink: 'white',
    distanceNear: 4,
    distanceTypical: 12,
    distanceFar: 30,
    indoor: false,
  },
  {
    ...ALWAYS,
    name: '人民公园大屏',
    place: '人民公园',
    unit: '规建环办',
    width: 768,
    height: 384,
    pitchMm: 5,
    colour: 'full',
    ink: 'white',
    distanceNear: 4,
    distanceTypical: 12,
    distanceFar: 25,
    indoor: false,
  },
  {
    ...ALWAYS,
    name: '文化广场大屏',
    place: '文化广场',
    unit: '文服中心',
    width: 320,
    height: 160,
    pitchMm: 10,
    colour: 'full',
    ink: 'white',
    distanceNear: 8,
    distanceTypical: 20,
    distanceFar: 30,
    indoor: false,
  },
  {
    ...ALWAYS,
    name: '社区服务中心条屏',
    place: '社区服务中心',
    unit: '社事办',
    width: 640,
    height: 32,
    pitchMm: 10,
    colour: 'mono',
    ink: 'red',
    distanceNear: 4,
    distanceTypical: 10,
    distanceFar: 20,
    indoor: false,
  },
]
