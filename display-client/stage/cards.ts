import type { Pairing } from '../core/state.ts'
import { sentenceOf } from './sentences.ts'

type Ctx = CanvasRenderingContext2D
/** `main` lines are what a strip of a single line still shows. */
type Line = { readonly text: string; readonly size: number; readonly colour: string; readonly main?: boolean }

const GROUND = '#000000'
const WORDS = '#F2EFE8'
const ACCENT = '#FFB300'
const QUIET = '#A8A49B'
const FAMILY = '"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif'
const LEADING = 1.35

const line = (text: string, size: number, colour: string, main?: boolean): Line => ({
  text,
  size,
  colour,
  main: !!main,
})

/** A strip many times wider than high takes the main lines in one row. */
const inOneRow = (lines: readonly Line[]): readonly Line[] => {
  const texts = lines.filter(({ main }) => main).map(({ text }) => text)
  return [line(texts.join('  '), 100, ACCENT)]
}

/** Lines from top to bottom in the middle of the panel, scaled together until all fit: any grid from 64×16 up. */
const drawLines = (ctx: Ctx, width: number, height: number, all: readonly Line[]): void => {
  const lines = width > height * 6 ? inOneRow(all) : all
  ctx.fillStyle = GROUND
  ctx.fillRect(0, 0, width, height)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  const font = (size: number): string => `bold ${size}px ${FAMILY}`
  const tall = lines.reduce((sum, { size }) => sum + size * LEADING, 0)
  const wide = lines.reduce((most, { text, size }) => {
    ctx.font = font(size)
    return Math.max(most, ctx.measureText(text).width)
  }, 1)
  const scale = Math.min((height * 0.94) / tall, (width * 0.94) / wide)
  let y = (height - tall * scale) / 2
  for (const { text, size, colour } of lines) {
    const step = size * LEADING * scale
    ctx.font = font(Math.max(8, Math.floor(size * scale)))
    ctx.fillStyle = colour
    ctx.fillText(text, Math.round(width / 2), Math.round(y + step / 2))
    y += step
  }
}

/** Code first and largest: it is read from the ground and typed on a phone. */
export const drawCode = (
  ctx: Ctx,
  width: number,
  height: number,
  { code, fingerprint }: Pick<Pairing, 'code' | 'fingerprint'>,
): void =>
  drawLines(ctx, width, height, [
    line('银盾 · 配对本屏 Pair this screen', 44, WORDS),
    line(code, 150, ACCENT, true),
    line('密钥指纹 Key fingerprint', 34, QUIET),
    line(fingerprint, 56, WORDS, true),
    line('在后台“放 · 屏”里输入配对码，核对指纹一致再确认', 34, WORDS),
    line('Type the code under Screens in the admin; the fingerprints must agree', 24, QUIET),
  ])

/** Built into the script: product, two numbers that are right in the whole country, and how things stand (I4). */
export const drawSafe = (
  ctx: Ctx,
  width: number,
  height: number,
  trouble: string | null,
  online: boolean,
): void =>
  drawLines(ctx, width, height, [
    line('银盾 Silver Shield', 56, WORDS),
    line('拿不准，先打 96110', 110, ACCENT, true),
    line('已交钱，马上打 110', 92, WORDS, true),
    line(trouble ? sentenceOf(trouble) : online ? ' ' : '正在连接… Connecting…', 28, QUIET),
  ])
