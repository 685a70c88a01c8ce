/** Drawings of the newer methods (docs/facts.md#classes-of-fraud), one metaphor each. */
import { eyeMask, fishHook } from './drawings.mjs'
import { FILL, GROUND, LINE, yuan } from './pen.mjs'

const line = { line: LINE }
const fill = { fill: FILL }
const cut = { line: GROUND }

/** In amber with a dark rim, so that what lies behind keeps its distance. */
const inFront = (pen, trace) => {
  pen.curve(trace, { fill: FILL, line: GROUND, width: 64 })
  pen.curve(trace, fill)
}

const handset = (pen) => {
  pen.box(540, 90, 520, 1020, 80, line)
  pen.line(740, 180, 860, 180, line)
  pen.circle(800, 1000, 22, { fill: LINE })
}

/** A loud-hailer out of a telephone: a live room shouts, it does not cure. */
const live = (pen) => {
  handset(pen)
  inFront(pen, (c) => {
    c.moveTo(640, 490)
    c.lineTo(760, 490)
    c.lineTo(1110, 320)
    c.lineTo(1110, 820)
    c.lineTo(760, 650)
    c.lineTo(640, 650)
    c.closePath()
  })
  pen.line(1190, 470, 1270, 425, line)
  pen.line(1200, 570, 1290, 570, line)
  pen.line(1190, 670, 1270, 715, line)
  pen.line(690, 720, 690, 800, line)
}

/** A shield that wears a mask: who offers to protect is the one to beware of. */
const shield = (pen) => {
  pen.curve((c) => {
    c.moveTo(800, 110)
    c.quadraticCurveTo(960, 220, 1110, 230)
    c.lineTo(1110, 600)
    c.bezierCurveTo(1110, 860, 960, 1020, 800, 1100)
    c.bezierCurveTo(640, 1020, 490, 860, 490, 600)
    c.lineTo(490, 230)
    c.quadraticCurveTo(640, 220, 800, 110)
    c.closePath()
  }, line)
  eyeMask(pen)
  pen.arc(800, 740, 110, 0.2, 0.8, line)
}

/** A code on a fishing hook. */
const code = (pen) => {
  fishHook(pen)
  pen.turned(800, 900, -10, () => {
    pen.box(-215, -215, 430, 430, 30, fill)
    for (const [x, y] of [
      [-165, -165],
      [35, -165],
      [-165, 35],
    ]) {
      pen.box(x, y, 130, 130, 12, { fill: GROUND })
      pen.box(x + 28, y + 28, 74, 74, 6, fill)
      pen.box(x + 48, y + 48, 34, 34, 4, { fill: GROUND })
    }
    for (const [x, y] of [
      [35, 35],
      [105, 35],
      [70, 70],
      [35, 105],
      [140, 105],
      [105, 140],
    ])
      pen.box(x, y, 34, 34, 4, { fill: GROUND })
  })
}

/** A coin in a soap bubble. */
const bubble = (pen) => {
  pen.circle(850, 480, 340, line)
  pen.arc(850, 480, 250, 1.1, 1.4, line)
  pen.circle(880, 520, 170, fill)
  pen.turned(880, 520, 0, () => yuan(pen, 180, GROUND))
  pen.circle(590, 890, 80, line)
  pen.line(530, 950, 400, 1090, line)
  pen.circle(1120, 900, 52, line)
}

/** A coin under a basket that a stick holds up and a string brings down: the first small gain is the bait. */
const trap = (pen) => {
  pen.line(400, 1070, 1200, 1070, line)
  pen.turned(1190, 1020, 33, () => {
    pen.arc(-400, 0, 350, 1, 2, line)
    pen.line(-810, 0, 40, 0, line)
  })
  pen.line(525, 610, 505, 1040, line)
  pen.lines(
    [
      [515, 860],
      [400, 810],
      [300, 860],
    ],
    line,
  )
  pen.circle(720, 935, 112, fill)
  pen.turned(720, 935, 0, () => yuan(pen, 110, GROUND))
}

/** A present whose lid has teeth. */
const gift = (pen) => {
  pen.lines(
    [
      [520, 680],
      [520, 1100],
      [1080, 1100],
      [1080, 680],
    ],
    line,
  )
  const teeth = Array.from({ length: 9 }, (_, i) => [520 + i * 70, i % 2 === 0 ? 680 : 780])
  pen.lines(teeth, line)
  pen.turned(1100, 560, 14, () => {
    pen.box(-640, -130, 640, 130, 24, fill)
    pen.line(-320, -115, -320, -15, cut)
    pen.curve((c) => {
      c.moveTo(-320, -150)
      c.bezierCurveTo(-560, -160, -520, -330, -320, -150)
      c.bezierCurveTo(-120, -330, -80, -160, -320, -150)
    }, line)
  })
}

/** A shopping bag on wheels: the trip is a shop. */
const bag = (pen) => {
  pen.arc(800, 370, 150, 1, 2, line)
  pen.box(450, 370, 700, 560, 40, line)
  for (const x of [530, 730, 930]) pen.box(x, 470, 140, 150, 16, fill)
  pen.turned(800, 775, 0, () => yuan(pen, 170, LINE))
  for (const x of [600, 1000]) {
    pen.circle(x, 960, 105, { fill: GROUND })
    pen.circle(x, 960, 75, fill)
    pen.circle(x, 960, 22, { fill: GROUND })
  }
}

/** A cracked vase on its stand. */
const vase = (pen) => {
  pen.curve((c) => {
    c.moveTo(690, 150)
    c.lineTo(910, 150)
    c.quadraticCurveTo(930, 150, 925, 180)
    c.bezierCurveTo(890, 300, 900, 340, 990, 430)
    c.bezierCurveTo(1120, 570, 1060, 800, 920, 930)
    c.lineTo(680, 930)
    c.bezierCurveTo(540, 800, 480, 570, 610, 430)
    c.bezierCurveTo(700, 340, 710, 300, 675, 180)
    c.quadraticCurveTo(670, 150, 690, 150)
    c.closePath()
  }, fill)
  pen.lines(
    [
      [860, 130],
      [800, 330],
      [900, 470],
      [770, 610],
      [850, 740],
    ],
    cut,
  )
  pen.line(600, 1010, 1000, 1010, line)
  pen.lines(
    [
      [540, 1110],
      [600, 1010],
    ],
    line,
  )
  pen.line(1000, 1010, 1060, 1110, line)
}

/** Words that hang on strings: another hand moves them. */
const strings = (pen) => {
  pen.line(540, 190, 1060, 190, line)
  pen.line(800, 90, 800, 290, line)
  pen.line(600, 190, 600, 500, line)
  pen.line(1000, 190, 1000, 500, line)
  inFront(pen, (c) => {
    c.roundRect(460, 500, 680, 420, 90)
  })
  pen.shape(
    [
      [600, 900],
      [600, 1080],
      [780, 900],
    ],
    { fill: FILL, line: FILL, width: 30 },
  )
  for (const x of [640, 800, 960]) pen.circle(x, 710, 46, { fill: GROUND })
}

/** An eye in a telephone: who shares his screen is watched. */
const eye = (pen) => {
  handset(pen)
  inFront(pen, (c) => {
    c.moveTo(450, 590)
    c.bezierCurveTo(620, 370, 980, 370, 1150, 590)
    c.bezierCurveTo(980, 810, 620, 810, 450, 590)
    c.closePath()
  })
  pen.circle(800, 590, 118, { fill: GROUND })
  pen.circle(840, 550, 32, { fill: LINE })
}

export const METHODS = {
  'phone-loud': live,
  'shield-mask': shield,
  'code-hook': code,
  'coin-bubble': bubble,
  'box-trap': trap,
  'gift-teeth': gift,
  'bag-wheels': bag,
  'vase-crack': vase,
  'words-strings': strings,
  'phone-eye': eye,
}
