/** Long steps show that they live: a bar that fills on a terminal, one line at start and end elsewhere. */
import { spawn } from 'node:child_process'

const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1)
const tty = process.stdout.isTTY

/** Fills fast, then ever slower: honest about not knowing the end, never at 100 % before it. */
const bar = (elapsed, expected) => {
  const share = 1 - Math.exp(-1.6 * (elapsed / expected))
  const full = Math.min(23, Math.floor(share * 24))
  return `${'█'.repeat(full)}${'░'.repeat(24 - full)}`
}

/**
 * Runs one named step. `expected` is its usual length in seconds, for the bar only.
 * @param {{ zh: string, en: string, expected: number }} name
 * @param {() => Promise<unknown>} work
 */
export const step = async ({ zh, en, expected }, work) => {
  const from = performance.now()
  const label = `${zh} ${en}`
  if (!tty) console.log(`· ${label} …`)
  const timer = tty
    ? setInterval(() => {
        const elapsed = (performance.now() - from) / 1000
        process.stdout.write(`\r  ${bar(elapsed, expected)} ${label} ${elapsed.toFixed(0)} s `)
      }, 200)
    : undefined
  try {
    const result = await work()
    process.stdout.write(`${tty ? '\r\x1b[2K' : ''}✓ ${label} (${seconds(from)} s)\n`)
    return result
  } catch (error) {
    process.stdout.write(`${tty ? '\r\x1b[2K' : ''}✗ ${label} (${seconds(from)} s)\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** Runs a program quietly; what it said is shown only when it failed. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let said = ''
    const hear = (chunk) => {
      said = (said + chunk).slice(-20_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${command} ${args.join(' ')} → ${code}\n${said}`)),
    )
  })
