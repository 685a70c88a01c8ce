/**
 * Draws all starter contents on the demo grids: `node --import tsx scripts/led-sheet.ts [folder] [layout]`, a PNG for
 * each grid. docs/pictures holds what it made; look at it whenever pages are set otherwise.
 */
import { createCanvas, loadImage, type Canvas, type Image } from '@napi-rs/canvas'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { CASES } from '../cms/seed/cases.ts'
import { SCREENS } from '../cms/seed/screens.ts'
import { SLOGANS } from '../cms/seed/slogans.ts'
import { TECHNIQUES } from '../cms/seed/techniques.ts'
import type { ContentBody } from '../src/model/content.ts'
import type { MediaId, Sha256 } from '../src/model/ids.ts'
import type { Page } from '../src/model/page.ts'
import { laidOut } from '../tests/builders/content.ts'
import { buildScreenProfile } from '../tests/builders/screen.ts'
import { painted } from '../tests/looks/canvas.ts'

const [, , out = 'docs/pictures', version = '2'] = process.argv
const GAP = 12
const WIDTH = 2700

const pictures = new Map<Sha256, Image>()
const pictureOf = async (name: string, alt: string) => {
  const bytes = readFileSync(join('media/pictures', `${name}.png`))
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256
  const image = await loadImage(bytes)
  pictures.set(sha256, image)
  const { width, height } = image
  return { media: name as MediaId, sha256, width, height, alt, isScreenDrawing: true as const }
}

const bodies: ContentBody[] = []
for (const { title, accent, fraudClass, beats, beatAccents, lesson, picture, pictureAlt } of CASES)
  bodies.push({
    kind: 'case',
    title,
    accent,
    fraudClass,
    lines: beats,
    lineAccents: beatAccents.split('、'),
    lesson,
    photo: await pictureOf(picture, pictureAlt),
  } as ContentBody)
for (const { title, accent, fraudClass, steps } of TECHNIQUES)
  bodies.push({ kind: 'technique', title, accent, fraudClass, steps } as ContentBody)
for (const { text, accent } of SLOGANS) bodies.push({ kind: 'slogan', text, accent } as ContentBody)

const PROFILES = SCREENS.map(
  ({ name, distanceNear: near, distanceTypical: typical, distanceFar: far, ...rest }) => ({
    name,
    profile: buildScreenProfile({ ...rest, distance: { near, typical, far } } as never),
  }),
)

/** Cut to cover the op's box, as the server cuts it. */
const shown = (page: Page): Canvas =>
  painted(page, (asset) => {
    const image = pictures.get(asset)
    const op = page.ops.find((one) => one.op === 'image' && one.asset === asset)
    if (!image || op?.op !== 'image') return undefined
    const cut = createCanvas(op.w, op.h)
    const scale = Math.max(op.w / image.width, op.h / image.height)
    const [w, h] = [image.width * scale, image.height * scale]
    cut.getContext('2d').drawImage(image, (op.w - w) / 2, (op.h - h) / 2, w, h)
    return cut
  })

type Tile = { readonly canvas: Canvas; readonly w: number; readonly h: number }

const rowsOf = (tiles: readonly Tile[]): Tile[][] => {
  const rows: Tile[][] = [[]]
  let x = GAP
  for (const tile of tiles) {
    if (x + tile.w + GAP > WIDTH && rows.at(-1)?.length) {
      rows.push([])
      x = GAP
    }
    rows.at(-1)?.push(tile)
    x += tile.w + GAP
  }
  return rows
}

mkdirSync(out, { recursive: true })
for (const { name, profile } of PROFILES) {
  const scale = profile.width >= 1280 ? 0.4 : profile.width >= 768 ? 0.6 : 1
  const tiles = bodies.flatMap((body) => {
    const { pages, faults } = laidOut(body, profile, { layout: Number(version) })
    for (const { field, code } of faults) console.log(name, code, field)
    return pages.map((page) => ({ canvas: shown(page), w: page.width * scale, h: page.height * scale }))
  })
  const rows = rowsOf(tiles)
  const height = rows.reduce((sum, row) => sum + Math.max(0, ...row.map(({ h }) => h)) + GAP, GAP)
  const sheet = createCanvas(WIDTH, height)
  const ink = sheet.getContext('2d')
  ink.fillStyle = '#3A3A3A'
  ink.fillRect(0, 0, WIDTH, height)
  let y = GAP
  for (const row of rows) {
    let x = GAP
    for (const { canvas, w, h } of row) {
      ink.drawImage(canvas, x, y, w, h)
      x += w + GAP
    }
    y += Math.max(0, ...row.map(({ h }) => h)) + GAP
  }
  const file = join(out, `starter-${profile.width}x${profile.height}.png`)
  writeFileSync(file, await sharp(sheet.toBuffer('image/png')).png({ palette: true, colours: 64 }).toBuffer())
  console.log(file)
}
