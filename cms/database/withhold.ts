import type { BaseDatabaseAdapter } from 'payload'
import { loggable } from '../../src/errors/loggable.ts'

/** Every question and write of the adapter: what any of them throws can end in a log that is not ours (Next's, Node's). */
const OPERATIONS = [
  'count',
  'countGlobalVersions',
  'countLean',
  'countVersions',
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findLean',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

type Operation = (...args: unknown[]) => Promise<unknown>
/** Payload's own errors are made for the caller and name fields; a driver's are told by the members it fills. */
const isDrivers = (error: Error): boolean =>
  error.message.startsWith('Failed query: ') ||
  /^(?:Mongo|Mongoose|BSON|CastError)/.test(error.name) ||
  '_message' in error

/** The members of an error that are kept beside its message: those that code above the adapter reads. */
const KEPT = new Set([
  'name',
  'code',
  'codeName',
  'keyPattern',
  'errorLabels',
  'errorLabelSet',
  'status',
  'cause',
])

/** The same error without the values it repeats: whoever prints it whole prints no password's hash (LOG-1). */
const withheld = (error: unknown): unknown => {
  if (!(error instanceof Error) || !isDrivers(error)) return error
  const { message, stack } = loggable(error)
  for (const member of Reflect.ownKeys(error))
    if (typeof member === 'string' && !KEPT.has(member)) Reflect.deleteProperty(error, member)
  error.message = message
  error.stack = `${error.name}: ${message}\n${stack}`
  if (error.cause !== undefined) error.cause = withheld(error.cause)
  return error
}

/** Wraps the operations of a connected adapter so that their errors repeat no values. */
export const withholdValues = (db: BaseDatabaseAdapter): void => {
  const operations = db as unknown as Record<string, Operation | undefined>
  for (const name of OPERATIONS) {
    const original = operations[name]
    if (!original) continue
    operations[name] = async (...args) => {
      try {
        return await original.apply(db, args)
      } catch (error) {
        throw withheld(error)
      }
    }
  }
}
