export { beginTown, type BeginWith } from './begin-town.ts'
export { CASES } from './cases.ts'
export type { SeededPerson } from './persons.ts'
export { isEmpty, seedTown, type Seeded, type SeedWith } from './seed-town.ts'
