import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const quiet = { stdio: 'pipe', shell: process.platform === 'win32' } as const

/** A project with one package to run and one to test, both packed here: no registry is asked. */
const makeProject = (folder: string): void => {
  for (const name of ['runs', 'tests']) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
    execFileSync(NPM, ['pack', `./${name}`], { ...quiet, cwd: folder })
  }
  const project = {
    name: 'project',
    private: true,
    dependencies: { runs: 'file:runs-1.0.0.tgz' },
    devDependencies: { tests: 'file:tests-1.0.0.tgz' },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
  execFileSync(NPM, ['install', '--package-lock-only', '--no-audit', '--no-fund'], { ...quiet, cwd: folder })
  mkdirSync(join(folder, 'scripts'))
  for (const file of ['install.mjs', 'steps.mjs']) cpSync(`scripts/${file}`, join(folder, 'scripts', file))
}

describe('HOUSE-6 each command installs what all of them need', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'silver-shield-install-'))
    makeProject(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** As `npm start` and `npm test` begin; `env` is what the shell they are typed in has set. */
  const begin = (env: Record<string, string> = {}): string => {
    const code = "import('./scripts/install.mjs').then(({ installMissing }) => installMissing())"
    const { NODE_ENV: _, ...shell } = process.env
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], {
      cwd: folder,
      env: { ...shell, ...env } as NodeJS.ProcessEnv,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    return stdout
  }
  const has = (name: string): boolean => existsSync(join(folder, 'node_modules', name))

  it.each([
    ['as start sets it', { NODE_ENV: 'production' }],
    ['as a shell may leave packages out', { NPM_CONFIG_OMIT: 'dev' }],
  ])('HOUSE-6 on a fresh clone, %s', (_, env) => {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
    begin(env)
    expect([has('runs'), has('tests')]).toEqual([true, true])
  })

  it('HOUSE-6 what stands is left alone, also when npm itself put it there', () => {
    execFileSync(NPM, ['ci', '--no-audit', '--no-fund'], { ...quiet, cwd: folder })
    writeFileSync(join(folder, 'node_modules/kept'), '')
    expect(begin({ NODE_ENV: 'production' })).toBe('')
    expect([has('kept'), has('tests')]).toEqual([true, true])
  })

  it('HOUSE-6 what npm took away afterwards the next command brings back', () => {
    begin()
    execFileSync(NPM, ['prune', '--omit=dev'], { ...quiet, cwd: folder })
    expect(has('tests')).toBe(false)
    begin()
    expect(has('tests')).toBe(true)
  })
})
