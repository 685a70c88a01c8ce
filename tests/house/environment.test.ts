import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENV_NAMES, readEnv } from '../../src/adapters/process/env.ts'

const documented = readFileSync('.env.example', 'utf8')
  .split('\n')
  .flatMap((line) => line.match(/^([A-Z_]+)=/)?.[1] ?? [])

const codesOf = (env: Record<string, string>): readonly (string | undefined)[] => {
  try {
    readEnv(env, '/town')
    return []
  } catch (error) {
    return (error as { refusals: readonly { field?: string }[] }).refusals.map(({ field }) => field)
  }
}

describe('ENV-1 the environment is documented and checked whole', () => {
  it('ENV-1 .env.example lists what the code reads, and the two names of tests', () => {
    expect(documented.toSorted()).toEqual([...ENV_NAMES, 'TEST_MONGODB_URI', 'MONGOD'].toSorted())
  })

  it('ENV-1 an empty environment is a complete one', () => {
    expect(readEnv({}, '/town')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/town/data',
      seed: 'demo',
    })
  })

  it('ENV-1 all faults are told together', () => {
    const wrong = {
      PORT: '70000',
      PUBLIC_URL: 'led',
      SEED: 'maybe',
      ADMIN_EMAIL: 'x',
      DATABASE_URI: 'mysql://x',
    }
    expect(codesOf(wrong)).toEqual([
      'DATABASE_URI',
      'SEED',
      'PORT',
      'PUBLIC_URL',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
    ])
  })
})
