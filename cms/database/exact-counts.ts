/**
 * CMS-98: a list says how many rows it has, and that is counted. Where nothing is asked for, Payload has MongoDB guess, by a
 * number that is kept apart from the rows: after a crash, and on some servers after acts that were taken back, it is wrong.
 */
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongoose'

type Model = MongooseAdapter['collections'][string]
type Guess = Model['estimatedDocumentCount']

/** The index of ids is walked, and no row read. */
const countAll = (model: Model): void => {
  model.estimatedDocumentCount = ((options?: { readonly session?: ClientSession }) =>
    model.countDocuments({}, options).hint({ _id: 1 })) as unknown as Guess
}

/** Before the first reading of an adapter whose models are made. */
export const countExactly = ({ collections, versions }: MongooseAdapter): void => {
  for (const model of [...Object.values(collections), ...Object.values(versions)]) countAll(model)
}
