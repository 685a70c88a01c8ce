/** `npm run bench -- posters`: Typst beside Chromium in turns, its memory, the print engine, the print page. */
import { finish, type Row } from './report/rows.ts'
import { benchEngine } from './posters/engine.ts'
import { benchPreview } from './posters/preview.ts'
import { benchMemory, benchRunaway, benchSpeed } from './posters/worker.ts'

const PARTS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  speed: benchSpeed,
  memory: benchMemory,
  runaway: benchRunaway,
  engine: benchEngine,
  preview: benchPreview,
}

/** `--only speed,memory` while working on one of them. */
const chosen = (argv: readonly string[]): readonly string[] => {
  const at = argv.indexOf('--only')
  return at < 0 ? Object.keys(PARTS) : (argv[at + 1] ?? '').split(',')
}

const rows: Row[] = []
for (const name of chosen(process.argv)) rows.push(...((await PARTS[name]?.()) ?? []))
finish(rows, process.argv)
