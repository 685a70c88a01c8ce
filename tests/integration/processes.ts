import { rmSync } from 'node:fs'
import { afterAll, afterEach } from 'vitest'
import { killProcess, type Started } from '../templates/serving.ts'
import { startProcess, temporaryFolder } from './server.ts'

type Processes = {
  /** An empty folder of this file's own. */
  readonly folder: () => string
  /** Starts the server as a process of its own, a real town unless `env` says otherwise. */
  readonly begin: (env: Readonly<Record<string, string>>) => Promise<Started>
}

/** Folders and processes of one test file: ended after each test, thrown away after all. */
export const ownProcesses = (): Processes => {
  const folders: string[] = []
  const started: Started[] = []
  afterEach(async () => {
    for (const { child } of started.splice(0)) await killProcess(child)
  })
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true })
  })
  return {
    folder: () => {
      const made = temporaryFolder()
      folders.push(made)
      return made
    },
    begin: async (env) => {
      const one = await startProcess({ PORT: '0', SEED: 'none', ...env })
      started.push(one)
      return one
    },
  }
}
