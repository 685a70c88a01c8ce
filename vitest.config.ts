import { defineConfig } from 'vitest/config'

type Lane = {
  readonly isolate?: boolean
  /** Files at one time. More than one only where each file keeps to its own folder, database and port. */
  readonly workers?: number
}

const project = (name: string, include: readonly string[], seconds: number, lane: Lane = {}) => ({
  test: {
    name,
    isolate: lane.isolate ?? true,
    ...(lane.workers && { maxWorkers: lane.workers }),
    // Lanes of another number of workers have a turn of their own.
    sequence: { groupOrder: lane.workers ?? 1 },
    include: [...include],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    environment: 'node',
    // Whatever the shell has set: React and Next behave otherwise in production.
    // Payload would also compare the versions of its packages, once a process; a house test does.
    env: { NODE_ENV: 'test' as const, PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' },
  },
})

/** Quick lanes first; every lane can run alone with `vitest run --project <name>`. */
export default defineConfig({
  test: {
    globalSetup: ['tests/templates/setup.ts'],
    projects: [
      // Pure rooms keep no state between files, so one worker serves them all: five times as fast.
      project('unit', ['tests/unit/**/*.test.ts'], 10, { isolate: false }),
      project('house', ['tests/house/**/*.test.ts'], 60),
      project('looks', ['tests/looks/**/*.test.ts'], 60),
      project('contract', ['tests/contract/**/*.test.ts'], 120, { workers: 2 }),
      project('integration', ['tests/integration/**/*.test.ts'], 120),
      project('e2e', ['tests/e2e/**/*.test.ts'], 300),
    ],
  },
})
