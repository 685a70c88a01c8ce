/**
 * What a run takes of what is too long for it. Each seed begins where the one before ended, so runs under as many seeds in a
 * row as there are parts come to all of it; `npm test` takes the day and says so, a file that is run alone begins with the first.
 */
const SEED = Number(process.env['SAMPLE_SEED'] ?? 0)

export const sample = <Thing>(all: readonly Thing[], count: number, seed = SEED): readonly Thing[] => {
  const few = Math.min(count, all.length)
  return Array.from({ length: few }, (_, i) => all[(seed * few + i) % all.length] as Thing)
}
