/** Hundredths of a point: far finer than a pixel, even of a drawing that two fingers pull apart. */
export const PER_POINT = 100

export const whole = (points: number): number => Math.round(points * PER_POINT)

const STEPS = /([mlhvqcz])([^mlhvqcz]*)/gi

/** Which of across and down the numbers of a step are, in turns. */
const AXES: Readonly<Record<string, readonly number[]>> = { h: [0], v: [1] }
const BOTH = [0, 1]

/**
 * A glyph's outline (relative steps, as the engine writes them) in whole hundredths. Each step leads to where its exact
 * end rounds to, not on by a rounded length: no error adds up along a contour.
 */
export const wholeOutline = (path: string): string => {
  let out = ''
  let [pen, drawn] = [
    [0, 0],
    [0, 0],
  ]
  let [begun, begunDrawn] = [pen, drawn]
  for (const [, step = '', rest = ''] of path.matchAll(STEPS)) {
    out += step
    if (step === 'Z' || step === 'z') {
      ;[pen, drawn] = [begun, begunDrawn]
      continue
    }
    const axes = AXES[step] ?? BOTH
    const [to, ends] = [[...pen], [...drawn]]
    rest
      .trim()
      .split(' ')
      .forEach((number, i) => {
        const axis = axes[i % axes.length] ?? 0
        to[axis] = (pen[axis] ?? 0) + Number(number)
        ends[axis] = whole(to[axis] ?? 0)
        const length = (ends[axis] ?? 0) - (drawn[axis] ?? 0)
        out += length < 0 ? length : ` ${length}`
      })
    ;[pen, drawn] = [to, ends]
    if (step === 'm') [begun, begunDrawn] = [pen, drawn]
  }
  return out
}
