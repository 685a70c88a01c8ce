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

  it('ENV-1 NTC-10 mail needs a server and a sender, and no fault repeats the password', () => {
    const mail = { SMTP_URL: 'smtps://led:hush@smtp.town.cn:465', MAIL_FROM: '银盾 <led@town.cn>' }
    expect(readEnv(mail, '/town').mail).toEqual({ url: mail.SMTP_URL, from: mail.MAIL_FROM })
    expect(readEnv({}, '/town').mail).toBeNull()
    expect(codesOf({ SMTP_URL: mail.SMTP_URL })).toEqual(['MAIL_FROM'])
    expect(codesOf({ MAIL_FROM: 'led@town.cn' })).toEqual(['SMTP_URL'])
    for (const SMTP_URL of ['http://led:hush@town.cn', 'smtp:led:hush', 'led:hush@town.cn', 'smtp:///hush'])
      expect(codesOf({ ...mail, SMTP_URL }), SMTP_URL).toEqual(['SMTP_URL'])
    for (const MAIL_FROM of ['led', '<led@town.cn> x', 'a\nb <led@town.cn>', 'led@town.cn, thief@evil.cn'])
      expect(codesOf({ ...mail, MAIL_FROM }), MAIL_FROM).toEqual(['MAIL_FROM'])
    const told = () => readEnv({ ...mail, SMTP_URL: 'http://led:hush@town.cn' }, '/town')
    expect(told).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hush') }))
  })

  it('ENV-1 NTC-5 hosts of the town’s own network are names, with a port or without', () => {
    expect(
      readEnv({ WEBHOOK_HOSTS: 'OA.town.lan, 10.1.2.3:8080 [fd12::1]:80' }, '/town').webhookHosts,
    ).toEqual(['oa.town.lan', '10.1.2.3:8080', '[fd12::1]:80'])
    for (const WEBHOOK_HOSTS of ['http://oa.town.lan', 'oa.town.lan/x', '*.town.lan', '10.0.0.0/8'])
      expect(codesOf({ WEBHOOK_HOSTS }), WEBHOOK_HOSTS).toEqual(['WEBHOOK_HOSTS'])
  })
})
