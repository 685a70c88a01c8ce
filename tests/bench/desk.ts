/**
 * `npm run bench -- desk`: what each page of the desk costs in a town of 10,000 contents, 520 of them released, beside the same page of
 * the demo town in turns, and how long ten readers at once and the walk through the audit hold
 * the server's event loop. Holds are counted in CPU (desk/probe.mjs), so neighbours on the machine do not count.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startServer, type Server } from '../e2e/server.ts'
import { pagesOf, type Opened } from './desk/pages.ts'
import { probe, type Probed } from './desk/probing.ts'
import { finish, quantile, row, type Row } from './report/rows.ts'

const GOAL = 250
const TURNS = 5
const READERS = 10
const WARM = 8

type Town = { readonly server: Server; readonly socket: string }
type Pair = { readonly big: Town; readonly demo: Town }

/** Makes the big town of it, while no server runs. */
const filled = async (server: Server): Promise<void> => {
  await server.stop()
  const env = { ...process.env, NODE_ENV: 'production' as const, DATA_DIR: server.dataDir }
  const child = fork('tests/bench/desk/fill.ts', [], { execArgv: ['--import', 'tsx'], env })
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error('the town could not be filled')
  await server.start()
}

const openTown = async (name: string): Promise<Town> => {
  const socket = join(tmpdir(), `silver-shield-probe-${name}-${process.pid}`)
  const options = `--import ${resolve('tests/bench/desk/probe.mjs')}`
  const server = await startServer({ DESK_PROBE: socket, NODE_OPTIONS: options })
  return { server, socket }
}

const pagesIn = ({ server }: Town): Promise<readonly Opened[]> => pagesOf(server.origin, server.people())

/** Opens the page, `times` at once; answers what the probe saw meanwhile. */
const visit = async ({ server, socket }: Town, page: Opened, times = 1): Promise<Probed> => {
  await probe(socket)
  const open = async (): Promise<void> => {
    const answer = await fetch(`${server.origin}${page.path}`, { headers: { cookie: page.cookie } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${page.name}: ${answer.status}`)
  }
  await Promise.all(Array.from({ length: times }, open))
  return probe(socket)
}

const benchPage = async ({ big, demo }: Pair, page: Opened, same: Opened): Promise<readonly Row[]> => {
  const [ours, control]: [number[], number[]] = [[], []]
  for (let turn = -WARM; turn < TURNS; turn += 1) {
    const [mine, theirs] = [await visit(big, page), await visit(demo, same)]
    // Until the engine has made code of what it reads.
    if (turn < 0) continue
    ours.push(mine.cpu)
    control.push(theirs.cpu)
  }
  const [ten, tenThere] = [await visit(big, page, READERS), await visit(demo, same, READERS)]
  const name = 'the demo town'
  const rows = [
    row(`${page.name}: CPU`, quantile(ours, 0.5), 'ms', GOAL, { name, value: quantile(control, 0.5) }),
    row(`${page.name}: ten at once, longest hold`, ten.hold, 'ms', GOAL, { name, value: tenThere.hold }),
  ]
  console.log(rows.map(({ name: said, value }) => `${said} ${value} ms`).join(' · '))
  return rows
}

/** The readiness answer walks the whole audit and reads the town anew. */
const benchWalk = async ({ big, demo }: Pair): Promise<Row> => {
  const walk = (town: Town) => visit(town, { name: 'readyz', path: '/readyz', cookie: '' })
  const [mine, theirs] = [await walk(big), await walk(demo)]
  return row('walk through the audit: longest hold', mine.hold, 'ms', GOAL, {
    name: 'the demo town',
    value: theirs.hold,
  })
}

/** `--only today,catalogue` while working on some of them. */
const chosen = (argv: readonly string[], { name }: Opened): boolean => {
  const at = argv.indexOf('--only')
  return at < 0 || (argv[at + 1] ?? '').split(',').some((part) => name.includes(part))
}

const main = async (): Promise<void> => {
  const towns: Town[] = []
  const open = async (name: string): Promise<Town> => {
    const town = await openTown(name)
    towns.push(town)
    return town
  }
  try {
    const both: Pair = { demo: await open('demo'), big: await open('big') }
    await filled(both.big.server)
    const rows: Row[] = [await benchWalk(both)]
    const [pages, same] = [await pagesIn(both.big), await pagesIn(both.demo)]
    for (const [index, page] of pages.entries()) {
      const other = same[index]
      if (other && chosen(process.argv, page)) rows.push(...(await benchPage(both, page, other)))
    }
    finish(rows, process.argv)
  } finally {
    for (const { server, socket } of towns) {
      await server.destroy()
      rmSync(socket, { force: true })
    }
  }
}

await main()
