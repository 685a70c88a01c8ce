import type { ScreenProfile } from '../../src/model/screen.ts'

/** A full-colour P4 wall of 1280×720 read from 15 m, unless told otherwise. */
export const buildScreenProfile = (changes: Partial<ScreenProfile> = {}): ScreenProfile => ({
  width: 1280,
  height: 720,
  pitchMm: 4,
  colour: 'full',
  ink: 'red',
  distance: { near: 5, typical: 15, far: 30 },
  roadFacing: false,
  indoor: false,
  ...changes,
})

/** The four screens of the demo town. */
export const DEMO_SCREENS = {
  wall: buildScreenProfile(),
  square: buildScreenProfile({
    width: 768,
    height: 384,
    pitchMm: 5,
    distance: { near: 4, typical: 12, far: 25 },
  }),
  market: buildScreenProfile({
    width: 320,
    height: 160,
    pitchMm: 10,
    distance: { near: 4, typical: 12, far: 25 },
  }),
  strip: buildScreenProfile({
    width: 640,
    height: 32,
    pitchMm: 10,
    colour: 'mono',
    distance: { near: 4, typical: 10, far: 25 },
  }),
} as const
