import type { Instant } from '../../src/model/ids.ts'
import { nameOfRef } from './contents.ts'
import type { Voices } from './persons.ts'
import { campaignFor, COLLECTION_OF_KIND, PLAYLISTS, schedulesFor } from './plan.ts'
import { dayField, makeRow } from '../records/make-row.ts'
import { idIn, makeRows, type Ids } from './rows.ts'

/** The campaign that the contents are for, planned by the operator. */
export const seedCampaign = (voices: Voices, units: Ids, now: Instant): Promise<string> => {
  const { stages, units: responsible, ...seed } = campaignFor(now)
  return makeRow(voices.operator, 'campaigns', {
    ...seed,
    units: responsible.map((name) => idIn(units, name)),
    stages: stages.map(({ stage, fromDate, untilDate }) => ({
      stage,
      fromDate: dayField(fromDate),
      untilDate: dayField(untilDate),
    })),
  })
}

/** Playlists and schedules on every screen, made by the operator. */
export const seedPlaying = async (
  voices: Voices,
  contents: Ids,
  screens: Ids,
  now: Instant,
): Promise<void> => {
  const playlists = await makeRows(
    voices.operator,
    'playlists',
    PLAYLISTS,
    ({ name }) => name,
    ({ name, entries }) => ({
      name,
      entries: entries.map((ref) => ({
        relationTo: COLLECTION_OF_KIND[ref.kind],
        value: idIn(contents, nameOfRef(ref)),
      })),
    }),
  )
  await makeRows(
    voices.operator,
    'schedules',
    schedulesFor(now),
    ({ name }) => name,
    (seed) => ({
      name: seed.name,
      playlist: idIn(playlists, seed.playlist),
      level: seed.level,
      screens: [...screens.values()],
      fromDate: dayField(seed.fromDate),
      untilDate: dayField(seed.untilDate),
      fromTime: seed.fromTime,
      untilTime: seed.untilTime,
    }),
  )
}
