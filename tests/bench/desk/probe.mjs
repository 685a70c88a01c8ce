/**
 * Loaded into the server by `--import`: answers on a socket of its own how much CPU the process took and how long its
 * event loop was held since it was last asked. A hold is the gap between two turns of the loop, counted as no longer
 * than the CPU burnt in it: on a busy machine the rest of the gap was somebody else's.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'

const TICK_MS = 5
const socket = process.env['DESK_PROBE']

const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const watch = () => {
  let since = cpuMs()
  let longest = 0
  let [wall, cpu] = [performance.now(), cpuMs()]
  setInterval(() => {
    const [nowWall, nowCpu] = [performance.now(), cpuMs()]
    longest = Math.max(longest, Math.min(nowWall - wall, nowCpu - cpu))
    ;[wall, cpu] = [nowWall, nowCpu]
  }, TICK_MS).unref()
  const server = createServer((_req, res) => {
    const now = cpuMs()
    res.end(JSON.stringify({ cpu: now - since, hold: longest }))
    ;[since, longest] = [now, 0]
  })
  // A server that was ended left its own.
  rmSync(socket, { force: true })
  server.listen(socket)
  server.unref()
}

// Its children inherit the environment; they are not what is measured.
if (socket && process.argv[1]?.endsWith('serve.mjs')) watch()
