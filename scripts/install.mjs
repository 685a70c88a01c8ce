/** `npm ci` when a package of the lock file is not there. Uses Node alone: it runs before anything is there. */
import { existsSync, readFileSync } from 'node:fs'
import { run, step } from './steps.mjs'

/** npm's own note of what it put into node_modules, written last: a broken-off install leaves none. */
const INSTALLED = 'node_modules/.package-lock.json'

export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `需要 Node.js 20.19 或更新版本，现在是 ${process.versions.node}。Node.js 20.19 or newer is needed.`,
  )
  process.exit(1)
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Whether every package stands there as locked; those for other machines (optional) need not. */
export const isInstalled = () => {
  if (!existsSync(INSTALLED)) return false
  const installed = packagesIn(INSTALLED)
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, integrity, optional, devOptional }]) =>
      path === '' ||
      optional ||
      devOptional ||
      (installed[path]?.version === version && installed[path].integrity === integrity),
  )
}

/**
 * All packages, whatever NODE_ENV or npm's own settings leave out: what one command installs, the others need too, so
 * none of them takes away what another put there.
 */
export const installMissing = async () => {
  if (isInstalled()) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const all = ['--include=prod', '--include=dev', '--include=optional']
  await step({ zh: '安装依赖', en: 'installing packages (npm ci)', expected: 45 }, () =>
    run(npm, ['ci', ...all, '--no-audit', '--no-fund'], { shell: process.platform === 'win32' }),
  )
}
