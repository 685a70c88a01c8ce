/** Before and after each test file: the CPU it took, noted where the reporter finds it. */
import { readFileSync } from 'node:fs'
import { afterAll } from 'vitest'

/** Ticks of `/proc`, the same on every Linux. */
const TICKS_A_SECOND = 100

/** Seconds of this process, and on Linux of all it started and waited for: towns, engines, as far as it does, browsers. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  let ended = 0
  try {
    // After the name in brackets, which may hold anything: state is field 3, children's ticks are 16 and 17.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
    ended = Number(fields[13]) + Number(fields[14])
  } catch {
    // Elsewhere a file is judged by its own process alone.
  }
  return (user + system) / 1e6 + ended / TICKS_A_SECOND
}

const before = spent()
// The first hook of a file is the last to run: what the file closes after its tests is in it.
// oxlint-disable-next-line eslint/no-empty-pattern -- Vitest asks for a pattern there, whatever it holds
afterAll(({}, { file }) => {
  Object.assign(file.meta, { cpu: spent() - before })
})
