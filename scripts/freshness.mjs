/** Is what was built still what the sources say? Judged by content, so a fresh clone and a touched file both do right. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SKIP = new Set(['.next', 'node_modules', 'next-env.d.ts', 'tsconfig.tsbuildinfo'])

const filesUnder = (path) => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIP.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)))
}

export const digestOf = (paths) => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder))
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** `stamp` remembers the digest of `sources` at the last success. */
export const isFresh = (stamp, digest, outputs) =>
  outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest

export const remember = (stamp, digest) => {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}
