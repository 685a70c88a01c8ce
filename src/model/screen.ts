/** What a screen is, as far as pages and programmes depend on it. */
export const SCREEN_COLOURS = ['mono', 'dual', 'full'] as const
export type ScreenColour = (typeof SCREEN_COLOURS)[number]

/** Lamp colour of a mono panel; ignored for dual and full. */
export const INKS = ['red', 'amber', 'green', 'white'] as const
export type Ink = (typeof INKS)[number]

/** Viewing distances in metres. */
export type ViewingDistance = { readonly near: number; readonly typical: number; readonly far: number }

export type ScreenProfile = {
  /** Panel size in pixels. */
  readonly width: number
  readonly height: number
  /** Distance between lamp centres in millimetres. */
  readonly pitchMm: number
  readonly colour: ScreenColour
  readonly ink: Ink
  readonly distance: ViewingDistance
  /** Drivers see it: still pages only, 15 s at least. */
  readonly roadFacing: boolean
  /** Indoors, where no street rule applies: 10 s floor instead of 15 s. */
  readonly indoor: boolean
}

/** Local opening hours `HH:mm`; outside them the screen is dark. */
export type ScreenHours = { readonly open: string; readonly close: string }

/**
 * Everything a page's layout depends on. Screens with equal keys share pages; it is the name under which a
 * submission freezes them.
 */
export const gridKey = (p: ScreenProfile): string =>
  [
    `${p.width}x${p.height}`,
    p.colour === 'mono' ? `mono-${p.ink}` : p.colour,
    `p${p.pitchMm}`,
    `d${p.distance.typical}`,
    p.indoor ? 'in' : 'out',
    ...(p.roadFacing ? ['road'] : []),
  ].join('-')
