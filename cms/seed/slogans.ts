/** Of the starter library those that the demo town plays; its playlists name them by their place in the list. */
export { FIRST_SLOGANS as SLOGANS } from '../starter/slogans.ts'
