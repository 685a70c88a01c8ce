import { FILL, GROUND, LINE, yuan } from './pen.mjs'

const line = { line: LINE }
const fill = { fill: FILL }
const cut = { line: GROUND }

/** A fishing hook from above; the bait hangs about (800, 880). */
export const fishHook = (pen) => {
  pen.curve((c) => {
    c.moveTo(960, -200)
    c.lineTo(960, 535)
    c.arc(800, 535, 160, 0, Math.PI * 0.93)
  }, line)
  pen.lines(
    [
      [572, 645],
      [641, 549],
      [716, 651],
    ],
    line,
  )
}

/** A banknote on a fishing hook: high interest is bait. */
const hook = (pen) => {
  fishHook(pen)
  pen.turned(800, 880, -13, () => {
    pen.box(-320, -170, 640, 340, 30, fill)
    pen.box(-270, -120, 540, 240, 18, { ...cut, width: 16 })
    yuan(pen, 150, GROUND)
  })
}

/** A smiling mask held on a stick before a face that does not smile. */
const mask = (pen) => {
  pen.circle(900, 470, 250, line)
  pen.line(1010, 420, 1060, 420, line)
  pen.arc(930, 690, 110, 1.3, 1.62, line)
  pen.turned(690, 560, -8, () => {
    pen.curve(
      (c) => {
        c.moveTo(-230, -250)
        c.quadraticCurveTo(0, -310, 230, -250)
        c.bezierCurveTo(250, 60, 150, 260, 0, 280)
        c.bezierCurveTo(-150, 260, -250, 60, -230, -250)
        c.closePath()
      },
      { fill: FILL, line: GROUND, width: 60 },
    )
    pen.curve((c) => {
      c.moveTo(-230, -250)
      c.quadraticCurveTo(0, -310, 230, -250)
      c.bezierCurveTo(250, 60, 150, 260, 0, 280)
      c.bezierCurveTo(-150, 260, -250, 60, -230, -250)
      c.closePath()
    }, fill)
    pen.arc(-100, -60, 62, 1.1, 1.9, cut)
    pen.arc(100, -60, 62, 1.1, 1.9, cut)
    pen.arc(0, 30, 120, 0.12, 0.88, cut)
    pen.line(0, 296, 0, 560, line)
  })
}

/** A pot of honey, running over: sweet words, and what sticks to them. */
const honey = (pen) => {
  pen.line(850, 300, 985, 80, line)
  pen.curve((c) => {
    c.moveTo(560, 430)
    c.bezierCurveTo(430, 560, 440, 960, 620, 1060)
    c.lineTo(980, 1060)
    c.bezierCurveTo(1160, 960, 1170, 560, 1040, 430)
  }, line)
  pen.curve((c) => {
    c.moveTo(520, 310)
    c.lineTo(1080, 310)
    c.quadraticCurveTo(1110, 310, 1110, 345)
    c.lineTo(1110, 400)
    c.quadraticCurveTo(1110, 430, 1080, 430)
    c.lineTo(1010, 430)
    c.lineTo(1010, 600)
    c.arc(950, 600, 60, 0, Math.PI)
    c.lineTo(890, 540)
    c.arc(830, 540, 60, 0, Math.PI, true)
    c.lineTo(770, 820)
    c.arc(700, 820, 70, 0, Math.PI)
    c.lineTo(630, 430)
    c.lineTo(520, 430)
    c.quadraticCurveTo(490, 430, 490, 400)
    c.lineTo(490, 345)
    c.quadraticCurveTo(490, 310, 520, 310)
    c.closePath()
  }, fill)
  pen.circle(700, 985, 26, fill)
}

/** An umbrella with a hole: insurance that does not hold. */
const umbrella = (pen) => {
  pen.curve((c) => {
    c.moveTo(440, 560)
    c.bezierCurveTo(460, 280, 640, 170, 800, 170)
    c.bezierCurveTo(960, 170, 1140, 280, 1160, 560)
    c.quadraticCurveTo(1100, 500, 1040, 560)
    c.quadraticCurveTo(980, 500, 920, 560)
    c.quadraticCurveTo(860, 500, 800, 560)
    c.quadraticCurveTo(740, 500, 680, 560)
    c.quadraticCurveTo(620, 500, 560, 560)
    c.quadraticCurveTo(500, 500, 440, 560)
    c.closePath()
  }, fill)
  pen.line(800, 90, 800, 160, line)
  pen.curve((c) => {
    c.moveTo(800, 560)
    c.lineTo(800, 980)
    c.arc(715, 980, 85, 0, Math.PI)
  }, line)
  pen.shape(
    [
      [880, 300],
      [960, 270],
      [1010, 340],
      [985, 420],
      [900, 430],
      [850, 370],
    ],
    { fill: GROUND, line: GROUND, width: 20 },
  )
  for (const [x, y] of [
    [930, 300],
    [930, 660],
    [1010, 800],
    [930, 940],
  ])
    pen.lines(
      [
        [x, y],
        [x - 16, y + 70],
      ],
      line,
    )
  for (const [x, y] of [
    [500, 120],
    [620, 40],
    [1080, 100],
  ])
    pen.lines(
      [
        [x, y],
        [x - 16, y + 70],
      ],
      line,
    )
}

/** A shut door with a padlock: the company is gone. */
const door = (pen) => {
  pen.lines(
    [
      [500, 1080],
      [500, 150],
      [1100, 150],
      [1100, 1080],
    ],
    line,
  )
  pen.line(430, 1080, 1170, 1080, line)
  pen.line(800, 170, 800, 1060, line)
  pen.line(560, 300, 720, 300, line)
  pen.line(880, 300, 1040, 300, line)
  pen.arc(800, 560, 105, 1, 2, { line: GROUND, width: 90 })
  pen.arc(800, 560, 105, 1, 2, line)
  pen.line(695, 560, 695, 610, line)
  pen.line(905, 560, 905, 610, line)
  pen.box(610, 600, 380, 300, 40, { fill: FILL, line: GROUND, width: 50 })
  pen.box(610, 600, 380, 300, 40, fill)
  pen.circle(800, 720, 42, { fill: GROUND })
  pen.line(800, 730, 800, 800, cut)
}

/** A mask over the eyes, which covers what is behind it. */
export const eyeMask = (pen) => {
  const trace = (c) => {
    c.moveTo(470, 470)
    c.bezierCurveTo(600, 400, 720, 430, 800, 470)
    c.bezierCurveTo(880, 430, 1000, 400, 1130, 470)
    c.bezierCurveTo(1120, 680, 960, 720, 860, 640)
    c.quadraticCurveTo(800, 590, 740, 640)
    c.bezierCurveTo(640, 720, 480, 680, 470, 470)
    c.closePath()
  }
  pen.curve(trace, { fill: FILL, line: GROUND, width: 60 })
  pen.curve(trace, fill)
  for (const x of [640, 960])
    pen.curve((c) => c.ellipse(x, 545, 78, 46, x < 800 ? 0.16 : -0.16, 0, Math.PI * 2), { fill: GROUND })
}

/** A telephone that wears a mask: who calls is not who he says. */
const phone = (pen) => {
  pen.box(540, 90, 520, 1020, 80, line)
  pen.line(740, 180, 860, 180, line)
  pen.circle(800, 1000, 22, { fill: LINE })
  eyeMask(pen)
  pen.arc(800, 790, 110, 0.2, 0.8, line)
}

/** A medicine bottle with coins in it: what it cures is a full purse. */
const bottle = (pen) => {
  pen.box(620, 100, 360, 130, 30, fill)
  pen.curve((c) => {
    c.moveTo(660, 240)
    c.lineTo(660, 330)
    c.bezierCurveTo(540, 360, 500, 430, 500, 520)
    c.lineTo(500, 1010)
    c.quadraticCurveTo(500, 1090, 580, 1090)
    c.lineTo(1020, 1090)
    c.quadraticCurveTo(1100, 1090, 1100, 1010)
    c.lineTo(1100, 520)
    c.bezierCurveTo(1100, 430, 1060, 360, 940, 330)
    c.lineTo(940, 240)
  }, line)
  for (const [x, y] of [
    [655, 950],
    [800, 720],
    [945, 950],
  ]) {
    pen.circle(x, y, 112, fill)
    pen.turned(x, y, 0, () => yuan(pen, 110, GROUND))
  }
}

/** A house on a hook: the pension that takes the roof. */
const house = (pen) => {
  pen.curve((c) => {
    c.moveTo(890, -200)
    c.lineTo(890, 230)
    c.arc(805, 230, 85, 0, Math.PI)
  }, line)
  pen.lines(
    [
      [660, 290],
      [718, 215],
      [770, 290],
    ],
    line,
  )
  pen.circle(805, 385, 62, line)
  pen.shape(
    [
      [805, 440],
      [450, 720],
      [1160, 720],
    ],
    { fill: FILL, line: FILL, width: 40 },
  )
  pen.lines(
    [
      [540, 770],
      [540, 1120],
      [1070, 1120],
      [1070, 770],
    ],
    line,
  )
  pen.box(705, 860, 200, 260, 14, line)
}

/** A sheet with a heading, lines and a code in the corner; `x`, `y` its top left. */
const sheet = (pen, x, y, w, h) => {
  pen.box(x, y, w, h, 12, fill)
  pen.line(x + w * 0.14, y + h * 0.16, x + w * 0.86, y + h * 0.16, cut)
  for (const at of [0.34, 0.46, 0.58])
    pen.line(x + w * 0.14, y + h * at, x + w * 0.86, y + h * at, { ...cut, width: 18 })
  pen.box(x + w * 0.66, y + h * 0.72, w * 0.2, w * 0.2, 6, { fill: GROUND })
  pen.line(x + w * 0.14, y + h * 0.82, x + w * 0.5, y + h * 0.82, cut)
}

/** A village's notice board under its little roof, the sheet on it. */
const postedBoard = (pen) => {
  pen.lines(
    [
      [300, 330],
      [800, 150],
      [1300, 330],
    ],
    line,
  )
  pen.box(380, 380, 840, 560, 20, line)
  pen.line(480, 940, 480, 1160, line)
  pen.line(1120, 940, 1120, 1160, line)
  sheet(pen, 650, 430, 330, 460)
}

/** The wall of a hall, a lamp above, the sheet beside the door. */
const postedHall = (pen) => {
  pen.box(880, 300, 380, 860, 16, line)
  pen.circle(960, 740, 16, { fill: LINE })
  pen.line(240, 1160, 1360, 1160, line)
  pen.line(560, 120, 560, 200, line)
  pen.arc(560, 290, 90, 1, 2, line)
  sheet(pen, 400, 420, 330, 460)
}

/** A shop under its awning, the sheet in the window. */
const postedShop = (pen) => {
  pen.box(300, 380, 1000, 780, 16, line)
  pen.line(260, 240, 1340, 240, line)
  for (const x of [350, 530, 710, 890, 1070, 1250]) pen.arc(x, 290, 90, 0, 1, { ...line, width: 30 })
  pen.box(960, 620, 240, 540, 12, line)
  sheet(pen, 480, 560, 330, 460)
}

export const DRAWINGS = {
  'hook-banknote': hook,
  mask,
  'honey-jar': honey,
  'umbrella-hole': umbrella,
  'locked-door': door,
  'phone-mask': phone,
  'pill-bottle': bottle,
  'house-hook': house,
  'posted-board': postedBoard,
  'posted-hall': postedHall,
  'posted-shop': postedShop,
}
