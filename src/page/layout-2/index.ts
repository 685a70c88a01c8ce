/** How layout version 2 sets the parts of a content. */
export { bareDrafts } from './bare.ts'
export { beatDrafts, headlineDrafts, mottoDrafts } from './headline.ts'
export { saidDrafts } from './said.ts'
