/** `npm ci` when node_modules is missing or of another lock file. Uses Node alone: it runs before anything is there. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { run, step } from './steps.mjs'

const STAMP = 'node_modules/.silver-shield-lock'

export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `需要 Node.js 20.19 或更新版本，现在是 ${process.versions.node}。Node.js 20.19 or newer is needed.`,
  )
  process.exit(1)
}

export const installMissing = async () => {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await step({ zh: '安装依赖', en: 'installing packages (npm ci)', expected: 45 }, () =>
    run(npm, ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' }),
  )
  writeFileSync(STAMP, lock)
}
