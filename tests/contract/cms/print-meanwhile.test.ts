/** What changes between the asking for a sheet and its leaving the house. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { sloganOf } from './rows.ts'
import { releaseAgain, releaseSlogan, type Story } from './stories.ts'
import { buildVillages, type Villages } from './villages.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
const DAY = 86_400_000

describe.each(databases)('sheets on their way on $name', (database) => {
  let desk: Desk
  let v: Villages
  let told = 0
  beforeAll(async () => {
    desk = await openDesk(database)
    v = await buildVillages(desk)
  })
  afterAll(() => desk.close())

  const fresh = (): Promise<Story> => releaseSlogan(desk, sloganOf(v.hotline, `第${(told += 1)}个 馅饼`))
  const choice = (release: string) => ({
    release,
    template: 'a4-notice',
    size: 'a4',
    way: 'office',
    tiling: 'none',
    contact: null,
  })
  const begin = async (release: string): Promise<string> => {
    const json = { ...choice(release), units: 'all', as: 'zip' }
    return String((await desk.rest('POST', '/print/bulk', { as: 'operator', json })).body['job'])
  }
  const whenOver = async (job: string) => {
    for (;;) {
      const { body } = await desk.rest('GET', `/print/jobs/${job}`, { as: 'operator' })
      if (body['state'] !== 'running') return body
    }
  }
  const withdraw = (release: string) =>
    desk.rest('POST', `/releases/${release}/withdraw`, { as: 'issuer', json: { reason: '错' } })
  const rowsOf = async (release: string) =>
    (
      await desk.payload.find({
        collection: 'prints',
        where: { release: { equals: release } },
        overrideAccess: true,
      })
    ).totalDocs

  it('PST-4 what is withdrawn while its sheets are made leaves the house no more: no file, no codes', async () => {
    const { release } = await fresh()
    let open = (): void => undefined
    desk.ports.print.hold = new Promise((done) => {
      open = done
    })
    const job = await begin(release)
    expect((await withdraw(release)).status).toBe(200)
    open()
    desk.ports.print.hold = null
    expect(await whenOver(job)).toMatchObject({ state: 'failed', error: { code: 'PRINT_WITHDRAWN' } })
    expect(await rowsOf(release)).toBe(0)
  })

  it('PST-4 a file that waited to be fetched is not given out when its content has ended', async () => {
    const { release } = await fresh()
    const job = await begin(release)
    expect(await whenOver(job)).toMatchObject({ state: 'ready' })
    const path = `/print/jobs/${job}/file`
    expect((await desk.raw('GET', path, { as: 'operator' })).status).toBe(200)
    await withdraw(release)
    expect((await desk.raw('GET', path, { as: 'operator' })).status).toBe(409)
    expect(codes(await desk.rest('GET', path, { as: 'operator' }))).toEqual([409, 'PRINT_WITHDRAWN'])
  })

  it('PST-4 a sheet that was withdrawn, then released and withdrawn anew, ended the first time', async () => {
    const first = await fresh()
    const start = desk.ports.clock.now()
    const day = (n: number) => desk.ports.clock.set(start + n * DAY)
    day(1)
    await withdraw(first.release)
    day(2)
    const again = await releaseAgain(desk, first.content, sloganOf(v.hotline, '改过 的馅饼'))
    day(3)
    await withdraw(again.release)
    const json = { ...choice(first.release), unit: v.units.stone }
    const { body } = await desk.rest('POST', '/print/pdf', { as: 'village', json })
    const since = new Date(start + DAY + 8 * 3_600_000).toISOString().slice(0, 10)
    const [year, month, date] = since.split('-').map(Number)
    expect(body.errors?.[0]).toMatchObject({ code: 'PRINT_WITHDRAWN', got: `${year}年${month}月${date}日` })
  })

  it('I14 a job that fails for a reason nobody foresaw has a number, under which the log tells why', async () => {
    const { release } = await fresh()
    const { print } = desk.ports
    const { bulk } = print
    const logged: unknown[] = []
    const { error } = desk.payload.logger
    desk.payload.logger.error = ((entry: unknown) => logged.push(entry)) as typeof error
    Object.assign(print, { bulk: async () => Promise.reject(new TypeError('a bug')) })
    const over = await whenOver(await begin(release))
    Object.assign(print, { bulk })
    desk.payload.logger.error = error
    const { hint } = over['error'] as { hint: string }
    expect(over).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } })
    expect(JSON.stringify(over)).not.toContain('a bug')
    expect(logged).toMatchObject([{ number: hint, err: { message: 'a bug' } }])
  })

  it('PST-6 I14 a wrong village among many is refused at its own place', async () => {
    const { release } = await fresh()
    const json = { ...choice(release), units: [v.units.stone, 7], as: 'zip' }
    const { body } = await desk.rest('POST', '/print/bulk', { as: 'operator', json })
    expect(body.errors?.[0]).toMatchObject({ code: 'FIELD_INVALID', field: 'units.1' })
  })
})
