/**
 * PPL-1: names by which people sign in, each given to one person, and not every person has both. MongoDB's sparse index
 * takes an emptied one for a value, so two people without an address would be two of the same.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb'

const NAMES = ['username', 'email'] as const

const isGiven = (name: string) => ({ [name]: { $type: 'string' } })

/** Before the indexes are made: only what is given is kept apart. */
export const onlyGivenNames = ({ collections }: MongooseAdapter): void => {
  for (const name of NAMES)
    collections['users']?.schema.path(name).index({ unique: true, partialFilterExpression: isGiven(name) })
}

/** The index of a version before, of the same name and another meaning, would keep the new one from being made. */
export const freeOptionalNames = async ({ collections }: MongooseAdapter): Promise<void> => {
  const people = collections['users']?.collection
  const indexes = await people?.indexes().catch(() => [])
  for (const { name, key, partialFilterExpression } of indexes ?? [])
    if (name && !partialFilterExpression && NAMES.some((one) => one in key)) await people?.dropIndex(name)
}
