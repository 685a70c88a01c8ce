/** Two servers on one data folder would each sign heads the other does not know. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { killProcess, stopProcess } from '../templates/serving.ts'
import { ownProcesses } from './processes.ts'
import { refusedWith } from './server.ts'

const { folder, begin } = ownProcesses()

/** The lease of who held it last, as if it had nine minutes to go: longer than any test waits. */
const prolong = (dataDir: string): void => {
  const [file = ''] = readdirSync(join(dataDir, 'lease'))
  const path = join(dataDir, 'lease', file)
  const told = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...told, until: Date.now() + 540_000 }))
}

describe('ADP-34 one process serves a data folder', () => {
  it('ADP-34 a second one is told so and changes nothing; when the first was killed the next starts at once', async () => {
    const dataDir = folder()
    const first = await begin({ DATA_DIR: dataDir })
    const second = await begin({ DATA_DIR: dataDir })
    expect(refusedWith(second.said)).toEqual(['DATA_DIR_IN_USE'])
    if (first.said.type !== 'started') throw new Error(JSON.stringify(first.said))
    expect((await fetch(`http://127.0.0.1:${first.said.port}/readyz`)).status).toBe(200)
    await killProcess(first.child)
    prolong(dataDir)
    const third = await begin({ DATA_DIR: dataDir })
    expect(third.said.type).toBe('started')
    await stopProcess(third.child)
    expect((await begin({ DATA_DIR: dataDir })).said.type).toBe('started')
  })
})
