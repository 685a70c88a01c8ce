/** The same drawings as lines and areas for paper: what a pen draws is written down as an SVG of a few plain paths. */
import { FILL, GROUND, LINE } from './pen.mjs'

/** Whole numbers in the file: so many to a pixel of the picture. */
const STEPS = 10

/** What stands on paper for the screen's line, amber and black: the family's ink and red, and the paper itself. */
const ON_PAPER = { [LINE]: '#1B1A18', [FILL]: '#C2311C', [GROUND]: '#FFFFFF' }

/** So short an arc is its cubic to a millionth of the radius. */
const MOST_TURN = Math.PI / 4

const TURN = Math.PI * 2
/** Where the pen already is, no step leads. */
const NOTHING = 0.01

/** How far an arc goes, as a canvas has it: never more than once around. */
const turnOf = (from, to, back) => {
  const turn = back ? from - to : to - from
  const whole = turn >= TURN ? TURN : ((turn % TURN) + TURN) % TURN
  return back ? -whole : whole
}

const times = (m, [a, b, c, d, e, f]) => [
  m[0] * a + m[2] * b,
  m[1] * a + m[3] * b,
  m[0] * c + m[2] * d,
  m[1] * c + m[3] * d,
  m[0] * e + m[2] * f + m[4],
  m[1] * e + m[3] * f + m[5],
]

/** Points of a path as they are added, turned and scaled as the sheet is just then. */
const openTrace = () => {
  let steps = []
  const trace = {
    begin: () => (steps = []),
    steps: () => steps,
    add: (matrix, name, ...numbers) => {
      const [a, b, c, d, e, f] = matrix()
      const points = []
      for (let i = 0; i < numbers.length; i += 2)
        points.push(a * numbers[i] + c * numbers[i + 1] + e, b * numbers[i] + d * numbers[i + 1] + f)
      steps.push([name, ...points])
    },
  }
  return trace
}

/** All that a pen asks of a canvas, as steps of M, L, C and Z alone. */
const callsOn = (trace, matrix) => {
  const add = (name, ...numbers) => trace.add(matrix, name, ...numbers)
  let [x, y] = [0, 0]
  const to = (name, ...numbers) => {
    add(name, ...numbers)
    ;[x, y] = numbers.slice(-2)
  }
  const ellipse = (cx, cy, rx, ry, tilt, from, end, back = false) => {
    const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
    const at = (u, v) => [cx + rx * u * cos - ry * v * sin, cy + rx * u * sin + ry * v * cos]
    const turn = turnOf(from, end, back)
    const count = Math.max(1, Math.ceil(Math.abs(turn) / MOST_TURN))
    const part = turn / count
    const reach = (4 / 3) * Math.tan(part / 4)
    const start = at(Math.cos(from), Math.sin(from))
    if (trace.steps().length === 0) to('M', ...start)
    else if (Math.hypot(start[0] - x, start[1] - y) > NOTHING) to('L', ...start)
    for (let i = 0; i < count; i++) {
      const [c, s] = [Math.cos(from + i * part), Math.sin(from + i * part)]
      const [c2, s2] = [Math.cos(from + (i + 1) * part), Math.sin(from + (i + 1) * part)]
      to('C', ...at(c - reach * s, s + reach * c), ...at(c2 + reach * s2, s2 - reach * c2), ...at(c2, s2))
    }
  }
  const arc = (cx, cy, r, from, end, back) => ellipse(cx, cy, r, r, 0, from, end, back)
  return {
    moveTo: (px, py) => to('M', px, py),
    lineTo: (px, py) => to('L', px, py),
    bezierCurveTo: (...points) => to('C', ...points),
    quadraticCurveTo: (cx, cy, px, py) =>
      to(
        'C',
        x + ((cx - x) * 2) / 3,
        y + ((cy - y) * 2) / 3,
        px + ((cx - px) * 2) / 3,
        py + ((cy - py) * 2) / 3,
        px,
        py,
      ),
    closePath: () => add('Z'),
    ellipse,
    arc,
    roundRect: (left, top, width, height, r) => {
      const [right, bottom] = [left + width, top + height]
      to('M', left + r, top)
      to('L', right - r, top)
      arc(right - r, top + r, r, -Math.PI / 2, 0)
      arc(right - r, bottom - r, r, 0, Math.PI / 2)
      arc(left + r, bottom - r, r, Math.PI / 2, Math.PI)
      arc(left + r, top + r, r, Math.PI, Math.PI * 1.5)
      add('Z')
    },
  }
}

/** What stands in for a canvas under a pen (pen.mjs), and the SVG of what was drawn within `box`, pixels of the picture. */
export const openPaper = () => {
  let matrix = [STEPS, 0, 0, STEPS, 0, 0]
  const kept = []
  const paths = []
  const trace = openTrace()
  const paint = (paints) => paths.push({ steps: trace.steps(), ...paints })
  const context = {
    ...callsOn(trace, () => matrix),
    beginPath: trace.begin,
    /** The sheet's black: paper is white by itself. */
    fillRect: () => {},
    fill: () => paint({ fill: context.fillStyle }),
    stroke: () =>
      paint({ stroke: context.strokeStyle, width: context.lineWidth * Math.hypot(matrix[0], matrix[1]) }),
    save: () => kept.push(matrix),
    restore: () => (matrix = kept.pop()),
    translate: (x, y) => (matrix = times(matrix, [1, 0, 0, 1, x, y])),
    scale: (x, y) => (matrix = times(matrix, [x, 0, 0, y, 0, 0])),
    rotate: (angle) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      matrix = times(matrix, [cos, sin, -sin, cos, 0, 0])
    },
  }
  const svg = ({ left, top, width, height }) => {
    const whole = (n, i) => Math.round(n - (i % 2 === 0 ? left : top) * STEPS)
    const lines = paths.map(({ steps, fill, stroke, width: thick }) => {
      const d = steps.map(([name, ...points]) => name + points.map(whole).join(' ')).join('')
      const paints = fill
        ? `fill="${ON_PAPER[fill]}"`
        : `fill="none" stroke="${ON_PAPER[stroke]}" stroke-width="${Math.round(thick)}" stroke-linecap="round" stroke-linejoin="round"`
      return `<path ${paints} d="${d}"/>\n`
    })
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width * STEPS} ${height * STEPS}">\n${lines.join('')}</svg>\n`
  }
  return { context, svg }
}
