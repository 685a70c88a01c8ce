import type { Payload, PayloadRequest } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { seedContents, seedMedia, type Pictures } from './contents.ts'
import { HOTLINES } from './hotlines.ts'
import type { RandomBytes } from './passwords.ts'
import { seedPeople, type SeededPerson, type SignIn } from './persons.ts'
import { seedCampaign, seedPlaying } from './playing.ts'
import { seedPostings } from './postings.ts'
import { dayField, makeRow } from '../records/make-row.ts'
import { idIn, makeRows, type Ids } from './rows.ts'
import { SCREENS } from './screens.ts'
import { PLACES, TOWN_NAME, TOWN_UNIT, UNITS } from './town.ts'

export type SeedWith = {
  readonly now: Instant
  readonly random: RandomBytes
  /** Bytes of `media/pictures/<name>.png`. */
  readonly pictures: Pictures
  /** Stands in for the e-mail and password of the made-up administrator. */
  readonly administrator?: SignIn | undefined
}

export type Seeded = { readonly people: readonly SeededPerson[] }

/** Nobody can sign in yet: the database is new. */
export const isEmpty = async (payload: Payload): Promise<boolean> =>
  (await payload.db.count({ collection: 'users' })).totalDocs === 0

const seedUnits = async (req: PayloadRequest): Promise<Ids> => {
  const town = await makeRow(req, 'units', TOWN_UNIT)
  const others = await makeRows(
    req,
    'units',
    UNITS,
    ({ name }) => name,
    (seed) => ({ ...seed, parent: town }),
  )
  return new Map([[TOWN_UNIT.name, town], ...others])
}

const seedPlaces = (req: PayloadRequest, units: Ids): Promise<Ids> =>
  makeRows(
    req,
    'places',
    PLACES,
    ({ name }) => name,
    (seed) => ({ ...seed, unit: idIn(units, seed.unit) }),
  )

const seedScreens = (req: PayloadRequest, units: Ids, places: Ids): Promise<Ids> =>
  makeRows(
    req,
    'screens',
    SCREENS,
    ({ name }) => name,
    (seed) => ({ ...seed, place: idIn(places, seed.place), unit: idIn(units, seed.unit) }),
  )

const seedHotlines = (req: PayloadRequest): Promise<Ids> =>
  makeRows(
    req,
    'hotlines',
    HOTLINES,
    ({ key }) => key,
    ({ number, label, prompt, scope, source, verifiedOn, verifiedBy, confirmBy }) => ({
      number,
      label,
      prompt,
      scope,
      source,
      verifiedOn: dayField(verifiedOn),
      verifiedBy,
      confirmBy,
    }),
  )

/**
 * Fills an empty database with the demo town, in one transaction, so that a start broken off leaves it empty (I9).
 * A database that holds people is left alone and gives no people back.
 */
export const seedTown = async (
  payload: Payload,
  { now, random, pictures, administrator }: SeedWith,
): Promise<Seeded> => {
  if (!(await isEmpty(payload))) return { people: [] }
  const req = await localRequest(payload)
  return inTransaction(req, async () => {
    await payload.updateGlobal({ slug: 'town', data: { name: TOWN_NAME, demo: true }, req })
    const units = await seedUnits(req)
    const places = await seedPlaces(req, units)
    const screens = await seedScreens(req, units, places)
    const hotlines = await seedHotlines(req)
    const { people, voices } = await seedPeople(req, units, random, administrator)
    const media = await seedMedia(voices, pictures)
    const campaign = await seedCampaign(voices, units, now)
    const contents = await seedContents(voices, { units, hotlines, media, campaign }, now)
    await seedPlaying(voices, contents, screens, now)
    await seedPostings(voices, { units, places, contents }, pictures, now)
    return { people }
  })
}
