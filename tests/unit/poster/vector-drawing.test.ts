import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pressOperators, vectorIn } from '../../../src/poster/vector-drawing.ts'

const LINE = 'stroke-linecap="round" stroke-linejoin="round"'
const AREA = '<path fill="#C2311C" d="M0 0L400 0C400 90 310 200 200 200Z"/>'
const HOLE = '<path fill="#FFFFFF" d="M10 10L20 10L20 20Z"/>'
const STROKE = `<path fill="none" stroke="#1B1A18" stroke-width="46" ${LINE} d="M-5 7L30 7"/>`
const svg = (...paths: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 400 300">\n${paths.map((path) => `${path}\n`).join('')}</svg>\n`
const whole = svg(AREA, HOLE, STROKE)

describe('TPL-27 a kept drawing in lines and areas', () => {
  it('TPL-27 is a frame and paths in ink, red and paper', () => {
    expect(vectorIn(whole)).toMatchObject({
      width: 40,
      height: 30,
      svg: whole,
      paths: [
        { colour: 'accent', width: null },
        { colour: 'paper', width: null },
        { colour: 'ink', width: 46 },
      ],
    })
  })

  it.each([
    ['nothing', ''],
    ['no path', svg()],
    ['a script', svg(AREA, '<script>alert(1)</script>')],
    ['a picture', svg(AREA, '<image href="file:///etc/passwd"/>')],
    ['words', svg(AREA, '<text>96110</text>')],
    ['a colour of no family', svg(AREA.replace('#C2311C', '#0000FF'))],
    ['a style', svg(AREA.replace(' d=', ' style="fill:url(http://a.cn)" d='))],
    ['a handler', svg(AREA.replace(' d=', ' onload="a()" d='))],
    ['steps that begin nowhere', svg(AREA.replace('M0 0', ''))],
    ['parts of numbers', svg(AREA.replace('400', '400.5'))],
    ['numbers without end', svg(AREA.replace('400', '4'.repeat(9)))],
    ['steps of another kind', svg(AREA.replace('L', 'Q'))],
    ['two on a line', svg(AREA + HOLE)],
    ['a frame of another size', whole.replace('viewBox="0 0 400', 'viewBox="0 0 500')],
    ['a frame with more', whole.replace(' width=', ' onload="a()" width=')],
    ['a type of document', `<!DOCTYPE svg [<!ENTITY a "b">]>${whole}`],
    ['more behind it', `${whole}<script/>`],
  ])('TPL-27 %s is none', (_, text) => {
    expect(vectorIn(text)).toBeNull()
  })

  it('TPL-27 whatever is put into one, it is none or has colours and whole numbers alone', () => {
    const put = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('<', '"', '/>\n<path', ' M1 1', '\n', '-', '9'),
    )
    fc.assert(
      fc.property(fc.nat(whole.length), put, (at, text) => {
        const found = vectorIn(whole.slice(0, at) + text + whole.slice(at))
        for (const { steps } of found?.paths ?? []) expect(steps).toMatch(/^[MLCZ\d -]+$/)
        const bare = found?.svg.replace(/"[^"]*"/g, '').replace(/\s+/g, ' ')
        expect([undefined, whole.replace(/"[^"]*"/g, '').replace(/\s+/g, ' ')]).toContain(bare)
      }),
    )
  })

  it('TPL-27 PRT-14 for a press black is black ink alone, red the inks of the palette, paper none', () => {
    const drawing = vectorIn(whole)
    expect(drawing && pressOperators(drawing, 0.5).split('\n')).toEqual([
      'q',
      '0.05 0 0 -0.05 0 15 cm',
      '1 J 1 j',
      '0.08 0.92 1 0.04 k',
      '0 0 m',
      '400 0 l',
      '400 90 310 200 200 200 c',
      'h',
      'f',
      '0 0 0 0 k',
      '10 10 m',
      '20 10 l',
      '20 20 l',
      'h',
      'f',
      '0 0 0 1 K',
      '46 w',
      '-5 7 m',
      '30 7 l',
      'S',
      'Q',
    ])
  })
})
