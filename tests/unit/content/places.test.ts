import { describe, expect, it } from 'vitest'
import { KINDS, layout, longBeats, placesShown } from '../../../src/content/index.ts'
import type { ContentBody } from '../../../src/model/content.ts'
import { buildCase, buildFrozen, buildSlogan, buildTechnique, SETTING } from '../../builders/content.ts'
import { DICTIONARY } from '../../builders/dictionary.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'
import { STARTER } from '../../builders/starter.ts'

const SCREENS = Object.entries(DEMO_SCREENS)
const placeKey = ({ field, hint = '' }: { readonly field: string; readonly hint?: string }): string =>
  `${field} ${hint}`.trim()

const shownOn = (body: ContentBody, version: number, screen: (typeof SCREENS)[number][1]) => {
  const { pages } = layout(KINDS, buildFrozen(body, { layout: version }), SETTING)(screen)
  return placesShown(KINDS, { body }, pages).map((places) => places.map(placeKey))
}

describe('DESK-71 a page and its places in the form', () => {
  it.each([1, 2])(
    'DESK-71 every text of the starter library is on a page of every screen, in order (layout %i)',
    (version) => {
      // Layout 1 takes ten times as long.
      for (const body of version === 1 ? STARTER.slice(0, 3) : STARTER) {
        const wanted = KINDS.of(body)
          .checks(body)
          .fields.filter(({ text }) => text !== '')
          .map(placeKey)
        for (const [name, screen] of SCREENS) {
          const met = shownOn(body, version, screen).flat()
          const first = [...new Set(met)]
          expect(first, `${name} ${KINDS.of(body).title(body)}`).toEqual(wanted)
        }
      }
    },
  )

  it('DESK-71 a beat has its page, a strip tells each text by itself, and the number at the end is no text’s', () => {
    const body = buildCase({
      title: '高息返了两个月',
      lines: ['头两个月返息', '公司搬空'],
      lesson: '先问儿女',
    })
    const wall = shownOn(body, 2, DEMO_SCREENS.wall)
    expect(wall).toEqual([['title'], ['story line 1'], ['story line 2'], ['lesson']])
    const strip = shownOn(body, 2, DEMO_SCREENS.strip)
    expect(strip.at(-1)).toEqual([])
    expect(strip.filter((places) => places.length > 1)).toEqual([])
  })

  it('DESK-71 texts that read alike are told apart by their order', () => {
    const steps = [
      { heSays: '快转账', youDo: '别转账' },
      { heSays: '快转账', youDo: '别转账' },
    ]
    const body = buildTechnique({ title: '快转账', steps })
    expect(shownOn(body, 2, DEMO_SCREENS.wall).flat()).toEqual([
      'title',
      'steps.0.heSays',
      'steps.0.youDo',
      'steps.1.heSays',
      'steps.1.youDo',
    ])
  })

  it('DESK-71 a form nobody has written in yet has pages without a place, or none', () => {
    for (const body of [
      buildCase({ title: '', lines: [], lesson: '', photo: null }),
      buildSlogan({ text: '' }),
    ])
      for (const [, screen] of SCREENS) expect(shownOn(body, 2, screen).flat()).toEqual([])
  })
})

describe('DESK-72 beats that are too long for a screen', () => {
  const beats = (lines: readonly string[], lineAccents?: readonly string[]) =>
    longBeats(KINDS, { body: buildCase({ lines, ...(lineAccents && { lineAccents }) }) }, DICTIONARY)

  it('DESK-72 each is told by its number, its length without marks, and a shorter way to say it', () => {
    expect(
      beats(['头两个月返息。', '张阿姨在超市门口做了免费体检。', '三万元的药化验出来都是白糖水。']),
    ).toEqual([
      {
        at: { field: 'story', hint: 'line 2' },
        nth: 2,
        length: 14,
        shorter: {
          text: '张阿姨做了免费体检。',
          parts: [
            { text: '张阿姨', isLeftOut: false },
            { text: '在超市门口', isLeftOut: true },
            { text: '做了免费体检。', isLeftOut: false },
          ],
        },
      },
      { at: { field: 'story', hint: 'line 3' }, nth: 3, length: 14 },
    ])
  })

  it('DESK-72 the phrase that is marked in it stays', () => {
    const [beat] = beats(['张阿姨在超市门口突然做了体检。'], ['超市门口'])
    expect(beat?.shorter?.text).toBe('张阿姨在超市门口做了体检。')
  })

  it('DESK-72 what a swindler says and a slogan are no beats', () => {
    const long = '最近张阿姨在超市门口非常着急地等着他来'
    const bodies = [buildTechnique({ steps: [{ heSays: long, youDo: long }] }), buildSlogan({ text: long })]
    for (const body of bodies) expect(longBeats(KINDS, { body }, DICTIONARY)).toEqual([])
  })
})
