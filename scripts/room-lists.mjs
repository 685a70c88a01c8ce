/** What follows from the table of rooms: whom each may import in full, and which rooms are of one sort. */
import { ROOMS } from './rooms.mjs'

const COLLECTIONS = Object.keys(ROOMS).filter((name) => name.startsWith('cms/collections/'))
const fullNames = (word) =>
  word === '@collections' ? COLLECTIONS : [word.includes('/') || word === 'cms' ? word : `src/${word}`]

/** Full names of the rooms that one may import. */
export const mayOf = (name) => ROOMS[name].may.flatMap(fullNames)

const isPlayer = (name) => name.startsWith('display-client')
export const isServer = (name) => name === 'src' || name.startsWith('src/adapters') || name.startsWith('cms')

/** Rooms that may not reach the world: no clock, no chance, no timers, no Node, no page. */
export const PURE_ROOMS = Object.keys(ROOMS).filter(
  (name) => name === 'display-client/core' || (!isServer(name) && !isPlayer(name)),
)

/** What the desk is built from, beside its own rooms. */
export const UNDER_CMS = [
  ...new Set(Object.keys(ROOMS).flatMap((name) => (name.startsWith('cms') ? mayOf(name) : []))),
].filter((name) => name.startsWith('src/'))
