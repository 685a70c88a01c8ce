import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { FILE, LARGER } from '../../scripts/ratchet.mjs'

/** The longest first, so that no core waits at the end for a file that was begun last; a fresh clone knows no durations. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const may = ({ moduleId }: TestSpecification): number =>
      LARGER[relative(process.cwd(), moduleId).replaceAll('\\', '/')] ?? FILE
    return (await super.sort(files)).toSorted((a, b) => may(b) - may(a))
  }
}
