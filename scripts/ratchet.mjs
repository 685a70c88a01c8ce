/**
 * What a file of tests and a lane may take, and whether a run kept to it (docs/testing.md). Judged by time of the
 * processor, not of the clock: on a busy machine a second takes as long as others let it, and no run may be red for that.
 * A slower processor is told by a fixed piece of work that the same run did between its files.
 */

/** Milliseconds of CPU that piece took where the limits were measured: two cores at a load of 26. */
export const CONTROL_MS = 20

/** Seconds of CPU. A file may be above `FILE` only by name here, and a number here only goes down. */
export const FILE = 15
export const LARGER = {
  'tests/contract/cms/desk-reads.test.ts': 26,
  'tests/contract/cms/access.test.ts': 26,
  // Every door of that matrix once more, by sessions that lack the second factor.
  'tests/contract/cms/factor-rule.test.ts': 34,
  'tests/contract/cms/second-factor.test.ts': 34,
  // Each sign-in of it hashes a password.
  'tests/contract/cms/passkeys.test.ts': 34,
  'tests/contract/cms/passkey-proof.test.ts': 34,
  // A browser is most of it.
  'tests/e2e/first-picture.test.ts': 120,
  'tests/e2e/hand-saved.test.ts': 20,
  'tests/e2e/notices.test.ts': 120,
  'tests/e2e/old-player.test.ts': 60,
  'tests/e2e/pages.test.ts': 60,
  'tests/e2e/passkeys.test.ts': 30,
  'tests/e2e/second-factor.test.ts': 20,
  'tests/e2e/policies.test.ts': 30,
  'tests/e2e/posters.test.ts': 120,
  'tests/e2e/review.test.ts': 30,
  'tests/e2e/writers.test.ts': 120,
  'tests/e2e/zones.test.ts': 30,
  // Not measured by the processor yet: what they took by the clock while others worked beside them.
  'tests/looks/posters/setting.test.ts': 60,
  'tests/looks/posters/preview.test.ts': 40,
  'tests/looks/posters/standing.test.ts': 40,
  'tests/house/rooms.test.ts': 60,
  'tests/integration/damaged-start.test.ts': 104,
  'tests/integration/publish.test.ts': 65,
  'tests/integration/damaged-rows.test.ts': 60,
  'tests/integration/start.test.ts': 48,
  'tests/integration/typst-templates.test.ts': 47,
  'tests/integration/stop.test.ts': 46,
  'tests/integration/demo.test.ts': 42,
  'tests/integration/tampering.test.ts': 37,
  'tests/integration/print-gate.test.ts': 23,
  'tests/integration/missing-picture.test.ts': 24,
  'tests/integration/private.test.ts': 26,
  'tests/integration/bulk-restart.test.ts': 17,
  // Since drawings come to paper as lines: a sheet for each village once more, thrice.
  'tests/integration/print-bulk.test.ts': 20,
  'tests/integration/notices.test.ts': 30,
  'tests/contract/player/attacks.test.ts': 28,
  'tests/contract/player/play.test.ts': 27,
  'tests/contract/player/shell.test.ts': 20,
}
export const LANES = { contract: 360, e2e: 600 }

/** What the same file takes differs by a third between two runs beside others; only more than that makes a run red. */
export const MARGIN = 1.5

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? CONTROL_MS

/** How many times slower this machine was; one that is faster is not held to less. */
const slowness = (controls) => Math.max(1, median(controls) / CONTROL_MS)

const over = (name, took, may, slow) =>
  took > may * slow * MARGIN
    ? [
        `${name} took ${took.toFixed(1)} s of CPU and may take ${may} s (× ${slow.toFixed(2)} for this machine × ${MARGIN})`,
      ]
    : []

/** One sentence for each file and each lane that took more than it may; a run of a part is judged by what it ran. */
export const judge = ({ spent, controls }) => {
  const slow = slowness(controls)
  const tookIn = (lane) => spent.reduce((sum, each) => sum + (each.lane === lane ? each.cpu : 0), 0)
  return [
    ...spent.flatMap(({ file, cpu }) => over(file, cpu, LARGER[file] ?? FILE, slow)),
    ...Object.entries(LANES).flatMap(([lane, may]) => over(`lane ${lane}`, tookIn(lane), may, slow)),
  ]
}

/** Said at the end of a run: what the fixed piece of work took, by which its limits are to be read. */
export const controlOf = ({ controls }) =>
  `${median(controls).toFixed(1)} ms of CPU for the fixed piece of work (limits are set at ${CONTROL_MS})`

/** What waited longest by the clock, told and not judged: a wait that is none of the processor's shows here. */
export const slowest = ({ spent }) => spent.toSorted((a, b) => b.wall - a.wall).slice(0, 8)
