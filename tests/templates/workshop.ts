import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleServer } from '../../scripts/bundle-server.mjs'
import type { DeskTemplate, TemplateName } from './kinds.ts'
import { databaseAt, dropDatabase } from './mongodb.ts'

type Cleanup = () => Promise<void> | void

/** Runs a bundle to its end; answers what it told, fails with what it wrote. */
const toldBy = async (child: ChildProcess): Promise<unknown> => {
  let wrote = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (wrote += chunk))
  let told: unknown
  child.once('message', (message) => (told = message))
  const [code] = await once(child, 'exit')
  if (code !== 0 || told === undefined) throw new Error(`ended with ${code}\n${wrote}`)
  return told
}

/** Within the project, where the packages are found that the bundles import. */
const bundlesFolder = (): string => {
  mkdirSync('dist', { recursive: true })
  return mkdtempSync('dist/tests-')
}

export const openWorkshop = () => {
  const bundles = bundlesFolder()
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-templates-'))
  const cleanups: Cleanup[] = []

  const makeDesk = async (databaseUri: string): Promise<DeskTemplate> => {
    await bundleServer({ 'make-desk': 'tests/templates/make-desk.ts' }, bundles)
    const dataDir = mkdtempSync(join(folder, 'desk-'))
    if (databaseUri) cleanups.push(() => dropDatabase(databaseUri))
    const child = fork(join(bundles, 'make-desk.mjs'), [dataDir, databaseUri], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    })
    return (await toldBy(child)) as DeskTemplate
  }

  const mongodb = (): string =>
    databaseAt(process.env['TEST_MONGODB_URI'] ?? '', `ss_template_${process.pid}`)
  const makers: Readonly<Record<TemplateName, () => Promise<unknown>>> = {
    'desk sqlite': () => makeDesk(''),
    'desk mongodb': () => makeDesk(`${mongodb()}`),
  }
  return {
    make: (name: TemplateName): Promise<unknown> => makers[name](),
    close: async (): Promise<void> => {
      for (const clean of cleanups) await clean()
      rmSync(bundles, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
