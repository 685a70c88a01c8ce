import type { Instant } from '../../src/model/ids.ts'
import { approveSubmission } from '../workflow/decisions.ts'
import { submitContent } from '../workflow/submit.ts'
import { CASES } from './cases.ts'
import type { Voices } from './persons.ts'
import { COLLECTION_OF_KIND, reachOf, validUntilFor, type ContentRef } from './plan.ts'
import { dayField, makeRow } from '../records/make-row.ts'
import { idIn, type Ids } from './rows.ts'
import { SLOGANS } from './slogans.ts'
import { TECHNIQUES } from './techniques.ts'

export type Pictures = (name: string) => Promise<Uint8Array>

/** What contents link to. */
export type Links = {
  readonly units: Ids
  readonly hotlines: Ids
  readonly media: Ids
  readonly campaign: string
}

type Draft = { readonly ref: ContentRef; readonly data: Readonly<Record<string, unknown>> }

/** The name a content goes by inside the seed. */
export const nameOfRef = ({ kind, index }: ContentRef): string => `${kind}/${index}`

const draftsOf = ({ units, hotlines, media }: Links): readonly Draft[] => [
  ...CASES.map((seed, index) => ({
    ref: { kind: 'case', index } as const,
    data: {
      title: seed.title,
      accent: seed.accent,
      fraudClass: seed.fraudClass,
      status: 'composite',
      story: seed.beats.join('\n'),
      beatAccents: seed.beatAccents,
      lesson: seed.lesson,
      photo: idIn(media, seed.picture),
      hotline: idIn(hotlines, seed.hotline),
      unit: idIn(units, seed.unit),
    },
  })),
  ...TECHNIQUES.map((seed, index) => ({
    ref: { kind: 'technique', index } as const,
    data: {
      title: seed.title,
      accent: seed.accent,
      fraudClass: seed.fraudClass,
      steps: seed.steps,
      hotline: idIn(hotlines, seed.hotline),
      unit: idIn(units, seed.unit),
    },
  })),
  ...SLOGANS.map((seed, index) => ({
    ref: { kind: 'slogan', index } as const,
    data: { text: seed.text, accent: seed.accent, hotline: idIn(hotlines, seed.hotline) },
  })),
]

export const seedMedia = async (voices: Voices, pictures: Pictures): Promise<Ids> => {
  const ids = new Map<string, string>()
  for (const { picture, pictureAlt } of CASES) {
    if (ids.has(picture)) continue
    const data = Buffer.from(await pictures(picture))
    const file = { name: `${picture}.png`, data, mimetype: 'image/png', size: data.byteLength }
    ids.set(picture, await makeRow(voices.author, 'media', { alt: pictureAlt, credit: '本项目绘制' }, file))
  }
  return ids
}

/** Written, sent, reviewed and issued by the seeded people through the workflow: the releases are real ones. */
export const seedContents = async (voices: Voices, links: Links, now: Instant): Promise<Ids> => {
  const ids = new Map<string, string>()
  const validUntil = dayField(validUntilFor(now))
  for (const { ref, data } of draftsOf(links)) {
    const collection = COLLECTION_OF_KIND[ref.kind]
    const id = await makeRow(voices.author, collection, {
      ...data,
      campaign: links.campaign,
      validUntil,
      _status: 'draft',
    })
    ids.set(nameOfRef(ref), id)
    const submission = await submitContent(voices.author, collection, id)
    const reach = reachOf(ref)
    if (reach === 'submitted') continue
    await approveSubmission(voices.reviewer, submission.id, '')
    if (ref.kind !== 'slogan') await approveSubmission(voices.reviewer2, submission.id, '')
    if (reach === 'released') await approveSubmission(voices.issuer, submission.id, '')
  }
  return ids
}
