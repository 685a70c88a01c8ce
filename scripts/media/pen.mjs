/** One family: strokes of one width with round ends, flat fills, two colours on black: what a lamp panel shows well. */
const SHEET = { width: 1600, height: 1200 }
/** Pixels for a unit of the sheet: a case's picture is sharp enough for a roll-up of 80 cm. */
const FINE = 1.25
export const WIDTH = SHEET.width * FINE
export const HEIGHT = SHEET.height * FINE
export const LINE = '#F2EFE8'
export const FILL = '#FFB300'
export const GROUND = '#000000'
const STROKE = 42

/**
 * Motifs are drawn for the whole sheet and set a little smaller about its centre: a wide page shows only the middle
 * half of the picture, a tall one only three quarters of its height.
 */
const SCALE = 0.88

const prepareSheet = (ctx) => {
  ctx.fillStyle = GROUND
  ctx.fillRect(0, 0, WIDTH, HEIGHT)
  ctx.scale(FINE, FINE)
  ctx.translate((SHEET.width * (1 - SCALE)) / 2, (SHEET.height * (1 - SCALE)) / 2)
  ctx.scale(SCALE, SCALE)
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
}

const inkOn = (ctx, { fill, line, width = STROKE }) => {
  if (fill) {
    ctx.fillStyle = fill
    ctx.fill()
  }
  if (line) {
    ctx.strokeStyle = line
    ctx.lineWidth = width
    ctx.stroke()
  }
}

/** Shapes take a style `{ fill?, line?, width? }`; `curve` and `turned` hand over to plain canvas calls. */
export const penOn = (ctx) => {
  prepareSheet(ctx)
  const drawn = (trace, style) => {
    ctx.beginPath()
    trace(ctx)
    inkOn(ctx, style)
  }
  const along = (points) => points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
  return {
    line: (x1, y1, x2, y2, style) => drawn((c) => (c.moveTo(x1, y1), c.lineTo(x2, y2)), style),
    lines: (points, style) => drawn(() => along(points), style),
    shape: (points, style) => drawn((c) => (along(points), c.closePath()), style),
    circle: (x, y, r, style) => drawn((c) => c.arc(x, y, r, 0, Math.PI * 2), style),
    arc: (x, y, r, from, to, style) => drawn((c) => c.arc(x, y, r, from * Math.PI, to * Math.PI), style),
    box: (x, y, w, h, r, style) => drawn((c) => c.roundRect(x, y, w, h, r), style),
    curve: drawn,
    turned: (x, y, degrees, draw) => {
      ctx.save()
      ctx.translate(x, y)
      ctx.rotate((degrees * Math.PI) / 180)
      draw()
      ctx.restore()
    },
  }
}

/** The yuan sign in strokes, centred on (0,0), `s` tall. */
export const yuan = (pen, s, line) => {
  const style = { line, width: s * 0.15 }
  pen.lines(
    [
      [-s * 0.32, -s * 0.5],
      [0, -s * 0.05],
      [s * 0.32, -s * 0.5],
    ],
    style,
  )
  pen.lines(
    [
      [0, -s * 0.05],
      [0, s * 0.5],
    ],
    style,
  )
  pen.lines(
    [
      [-s * 0.3, s * 0.02],
      [s * 0.3, s * 0.02],
    ],
    style,
  )
  pen.lines(
    [
      [-s * 0.3, s * 0.25],
      [s * 0.3, s * 0.25],
    ],
    style,
  )
}
