import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { FILE, LARGER } from '../../scripts/ratchet.mjs'

/** What takes longest by the clock, for it waits most: begun later it would end alone. */
const FIRST = ['tests/e2e/first-picture.test.ts', 'tests/e2e/old-player.test.ts']

/** The longest first, so that no core waits at the end for a file that was begun last; a fresh clone knows no durations. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const may = ({ moduleId }: TestSpecification): number => {
      const file = relative(process.cwd(), moduleId).replaceAll('\\', '/')
      return FIRST.includes(file) ? Infinity : (LARGER[file] ?? FILE)
    }
    return (await super.sort(files)).toSorted((a, b) => (may(a) === may(b) ? 0 : may(b) - may(a)))
  }
}
