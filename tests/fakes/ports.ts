import { readFileSync } from 'node:fs'
import type { Coverage } from '../../src/page/index.ts'
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import sharp from 'sharp'
import type { Change, CleanImage, Ports } from '../../cms/base/ports.ts'
import { headsKeyOf, type HeadsKey } from '../../src/adapters/disk/keys.ts'
import { recordsKeyOf } from '../../src/adapters/disk/records-key.ts'
import { KINDS } from '../../src/content/index.ts'
import { openJobs } from '../../src/adapters/cluster/jobs.ts'
import { openRates } from '../../src/adapters/cluster/rates.ts'
import { readOffice } from '../../src/adapters/office/read-office.ts'
import { refuse } from '../../src/errors/refusal.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { TimelineAnswer } from '../../src/model/programme.ts'
import { DICTIONARY } from '../builders/dictionary.ts'
import { fakeClock, type FakeClock } from './clock.ts'
import { memoryFiles } from './files.ts'
import { fakePack, type FakePack } from './pack.ts'
import { fakeReport, type FakeReport } from './report.ts'
import { fakePrint, type FakePrint } from './print.ts'

const sha256 = (data: string | Uint8Array): Sha256 =>
  createHash('sha256').update(data).digest('hex') as Sha256

/** Pixels a picture may have; the real limit, so that tests of it need a real picture. */
const PIXEL_LIMIT = 50_000_000
const TYPES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const

const cleanImage = async (bytes: Uint8Array): Promise<CleanImage> => {
  const source = sharp(bytes, { limitInputPixels: 400_000_000 })
  const { format, width, height } = await source
    .metadata()
    .catch(() => refuse('IMAGE_TYPE_NOT_ALLOWED', { field: 'file', got: '?' }))
  const type = TYPES[format as keyof typeof TYPES]
  if (!type) return refuse('IMAGE_TYPE_NOT_ALLOWED', { field: 'file', got: format ?? '?' })
  if (width * height > PIXEL_LIMIT)
    return refuse('IMAGE_TOO_MANY_PIXELS', { field: 'file', limit: 5000, got: width * height })
  const made = await source
    .autoOrient()
    .toBuffer({ resolveWithObject: true })
    .catch(() => refuse('IMAGE_DAMAGED', { field: 'file' }))
  return {
    bytes: new Uint8Array(made.data),
    type,
    width: made.info.width,
    height: made.info.height,
    sha256: sha256(made.data),
  }
}

const COVERAGE = JSON.parse(readFileSync('media/fonts/coverage.json', 'utf8')) as Coverage

export type FakePorts = Ports & {
  /** The key that screens of this town pin. */
  readonly heads: HeadsKey
  readonly clock: FakeClock
  /** Every change announced so far, oldest first. */
  readonly changes: Change[]
  readonly cuts: string[]
  /** Characters that no font has; that the pixel font lacks. */
  readonly unknownGlyphs: Set<string>
  readonly withoutDots: Set<string>
  readonly print: FakePrint
  readonly pack: FakePack
  readonly report: FakeReport
}

export const fakeKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey

/** The world around the CMS with a real key and real hashes; pictures are cut in name only. */
export const fakePorts = (key = fakeKey()): FakePorts => {
  const clock = fakeClock()
  // One key for both, as in a town older than the second: rows of that time hold here too.
  const records = recordsKeyOf({ key, first: key, since: { read: () => undefined, write: () => undefined } })
  const changes: Change[] = []
  const cuts: string[] = []
  const unknownGlyphs = new Set<string>()
  const withoutDots = new Set<string>()
  return {
    kinds: KINDS,
    heads: headsKeyOf(key),
    clock,
    changes,
    cuts,
    unknownGlyphs,
    withoutDots,
    print: fakePrint({ now: clock.now, sha256 }),
    pack: fakePack(),
    report: fakeReport(),
    now: clock.now,
    sha256,
    sign: records.sign,
    signed: records.holds,
    changed: async (change) => void changes.push(change),
    rates: openRates(clock.now),
    jobs: openJobs(),
    files: memoryFiles(),
    cleanImage,
    readOffice,
    rendition: async (source, width, height) => {
      cuts.push(`${source} ${width}x${height}`)
      return { asset: sha256(`${source} ${width}x${height}`), bytes: width * height, type: 'image/webp' }
    },
    look: async () => ({ look: 'photo', width: 1_600, height: 1_200 }),
    missingGlyphs: (text, font) =>
      [...new Set(text)].filter((c) => unknownGlyphs.has(c) || (font === 'pixel' && withoutDots.has(c))),
    coverage: () => COVERAGE,
    dictionary: DICTIONARY,
    plays: async () => false,
    timeline: async (screen, at) => ({ screen, at: new Date(at).toISOString() }) as TimelineAnswer,
  }
}
