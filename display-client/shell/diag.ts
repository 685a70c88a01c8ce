import { DEVICE_ERRORS } from '../../src/errors/device.ts'
import type { Refusal } from '../../src/errors/refusal.ts'
import { readClock } from '../core/clock.ts'
import type { DiagWindow, Facts } from './diag-door.ts'
import { sentences } from './sentences.ts'
import { windowPixels } from './device.ts'
import { shellKept } from './worker.ts'

type Row = readonly [zh: string, en: string, value: string]

const CODECS = [
  'video/mp4; codecs="avc1.42E01E"',
  'video/mp4; codecs="hvc1.1.6.L93.B0"',
  'video/webm; codecs="vp9"',
]

const codecs = (): string => {
  const video = document.createElement('video')
  return CODECS.map((codec) => `${codec}: ${video.canPlayType(codec) || 'no'}`).join('; ')
}

const level = (durable: boolean): string => {
  if (!durable) return '低：本机存不住，断电重启后要等服务器 / Low: nothing survives a restart'
  if (!window.isSecureContext) {
    return '中：节目存得住，但页面要服务器在才能打开（http）/ Medium: programmes are kept, but the page itself needs the server to start (plain http)'
  }
  return shellKept()
    ? '高：服务器不在也能开机播放 / High: starts and plays without the server'
    : '中：页面还没存好，再打开一次即可 / Medium: the page is not kept yet; open it once more'
}

/** The player carries codes only; their words live here. */
const troubleText = (trouble: Refusal | null): string => {
  if (!trouble) return '—'
  const { code, got = '—' } = trouble
  const known: { readonly [code: string]: { readonly zh: string; readonly en: string } } = DEVICE_ERRORS
  const words = known[code] || { zh: '', en: '' }
  return `${code} ${words.zh} ${words.en}`.replace(/\{\w+\}/g, String(got))
}

const rows = ({ state, view, clock, durable, storageBytes, mono }: Facts): readonly Row[] => {
  const { active, town, screen, identity, pairing, trouble } = state
  const size = windowPixels()
  return [
    ['屏', 'Screen', screen ? `${screen.name} (${screen.id}) ${screen.width}×${screen.height}` : '—'],
    ['身份', 'Role', identity.role === 'viewer' ? '旁观端 viewer' : `屏 screen, key ${identity.key}`],
    ['配对码', 'Pairing code', pairing ? `${pairing.code} · ${pairing.fingerprint}` : '—'],
    ['城镇', 'Town', town ? `${town.name}, key ${town.key}` : '—'],
    ['连接', 'Connection', state.online ? '在线 online' : '断开 offline'],
    ['节目头', 'Head', active ? `#${active.head.sequence}` : '—'],
    ['节目', 'Programme', active ? active.head.programme : '—'],
    ['有效至', 'Lease until', active ? new Date(active.head.leaseUntil).toISOString() : '—'],
    [
      '正在显示',
      'Showing',
      view.kind === 'page' ? `${view.showing.dark ? 'dark ' : ''}${view.showing.page}` : view.kind,
    ],
    ['保障等级', 'Assurance', level(durable)],
    [
      '时钟',
      'Clock',
      `${new Date(readClock(clock, mono)).toISOString()}, ${clock.disciplined ? '已对时 set by the server' : '未对时 free-running'}`,
    ],
    ['与本机钟差', 'Off the local clock', `${Math.round(readClock(clock, mono) - Date.now())} ms`],
    ['窗口', 'Window', `${size.width}×${size.height}, dpr ${window.devicePixelRatio}`],
    ['存储', 'Storage', storageBytes === null ? '—' : `${Math.round(storageBytes / 1048576)} MB`],
    ['解码', 'Codecs', codecs()],
    ['浏览器', 'User agent', navigator.userAgent],
    ['最近的问题', 'Last trouble', troubleText(trouble)],
  ]
}

const cell = (tag: string, text: string): HTMLElement => {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

/** A plain page for the person on the ladder; drawn anew every second. */
const drawDiag = (host: HTMLElement, facts: Facts): void => {
  const { active, screen } = facts.state
  const grid = active ? active.programme.grid : screen
  const table = document.createElement('table')
  for (const [zh, en, value] of rows(facts)) {
    const row = document.createElement('tr')
    row.appendChild(cell('th', `${zh} ${en}`))
    row.appendChild(cell('td', value))
    table.appendChild(row)
  }
  host.textContent = ''
  host.className = 'diag'
  host.appendChild(cell('h1', '银盾 Silver Shield · 播放端 player'))
  for (const sentence of sentences(grid, windowPixels(), window.devicePixelRatio || 1)) {
    host.appendChild(cell('p', sentence))
  }
  host.appendChild(table)
}

;(window as DiagWindow).silverShieldDiag = drawDiag
