/**
 * `npm run bench -- pictures`: the largest photos of telephones as uploads are taken (IMG-6), each in a child of its own. The
 * control is sharp alone, which decodes and encodes the same photo, in turns in the same run; on a busy machine both wait.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp, { type JpegOptions } from 'sharp'
import { openVectors } from '../../src/adapters/images/vectors.ts'
import { openObjects } from '../../src/adapters/disk/objects.ts'
import { startImages } from '../../src/adapters/images/images.ts'
import { finish, quantile, row, type Row } from './report/rows.ts'

const ROUNDS = Number(process.env['PICTURE_ROUNDS'] ?? 3)
const GOAL_MS = 4_000
const GOAL_MB = 600
/** Ticks of the processor's clock that /proc counts in a second. */
const TICKS = 100

sharp.concurrency(1)
sharp.cache(false)

const SIDE = 2_000
/** Grain that a camera leaves, enlarged: flat colour costs a decoder next to nothing. */
const grain = await sharp({
  create: {
    width: SIDE,
    height: SIDE,
    channels: 3,
    background: '#808080',
    noise: { type: 'gaussian', mean: 128, sigma: 40 },
  },
})
  .blur(1.2)
  .raw()
  .toBuffer()

const photo = (width: number, height: number, orientation: number, how: JpegOptions): Promise<Uint8Array> =>
  sharp(grain, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .withMetadata({ orientation })
    .jpeg({ quality: 88, optimizeCoding: false, ...how })
    .toBuffer()

const alone = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes)
    .autoOrient()
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4', optimizeCoding: false })
    .toBuffer()

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const peakMb = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const cpuMs = (pid: number): number => {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
  return ((user + system) * 1_000) / TICKS
}

const child = { file: resolve('dist/image-child.mjs'), execArgv: [] }

const measured = async (name: string, bytes: Uint8Array): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const images = startImages({
    child,
    uploads: folder,
    objects: openObjects(join(folder, 'objects')),
    vectors: openVectors(resolve('media/pictures')),
    timeoutMs: 120_000,
  })
  const small = await photo(400, 300, 1, {})
  await images.clean(small)
  const [pid = 0] = images.pid()
  const [ours, work, control]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < ROUNDS; i++) {
    const before = cpuMs(pid)
    ours.push(await timed(() => images.clean(bytes)))
    work.push(cpuMs(pid) - before)
    control.push(await timed(() => alone(bytes)))
  }
  const peak = peakMb(pid)
  images.stop()
  rmSync(folder, { recursive: true })
  const median = (values: readonly number[]): number => quantile(values, 0.5)
  return [
    row(name, median(ours), 'ms', GOAL_MS, { name: 'sharp alone', value: median(control) }),
    row(`${name}: work of the child`, median(work), 'ms', GOAL_MS),
    row(`${name}: most the child held`, peak, 'MB', GOAL_MB),
  ]
}

const rows: Row[] = []
for (const [width, height] of [
  [8192, 6144],
  [9248, 6936],
] as const)
  for (const progressive of [false, true])
    for (const orientation of [1, 6]) {
      const name = [`${width}×${height}`, progressive && 'progressive', orientation > 1 && 'turned']
        .filter(Boolean)
        .join(' ')
      rows.push(...(await measured(name, await photo(width, height, orientation, { progressive }))))
      const [all, work, held] = rows.slice(-3)
      console.log(
        `${name}: ${all?.value} ms (sharp alone ${all?.control?.value}), ${work?.value} ms of work, ${held?.value} MB`,
      )
    }
finish(rows, process.argv)
