import { CASES } from '../../cms/seed/index.ts'
import { SLOGANS } from '../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../cms/seed/techniques.ts'
import type { ContentBody } from '../../src/model/content.ts'
import { buildCase, buildPicture, buildSlogan, buildTechnique } from './content.ts'

/** All contents a town begins with. */
export const STARTER: readonly ContentBody[] = [
  ...CASES.map(({ title, accent, fraudClass, beats, beatAccents, lesson }) =>
    buildCase({
      title,
      accent,
      fraudClass,
      lines: beats,
      lineAccents: beatAccents.split('、'),
      lesson,
      photo: { ...buildPicture(), isScreenDrawing: true },
    }),
  ),
  ...TECHNIQUES.map(({ title, accent, fraudClass, steps }) =>
    buildTechnique({ title, accent, fraudClass, steps }),
  ),
  ...SLOGANS.map(({ text, accent }) => buildSlogan({ text, accent })),
]
