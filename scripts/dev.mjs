/** `npm run dev`: the same product from its sources. The server restarts, the player is rebuilt, the admin reloads. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkNode, installMissing } from './install.mjs'

checkNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installMissing()
const child = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--import', 'tsx', 'scripts/dev-serve.mjs'],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
child.on('close', (code) => process.exit(code ?? 0))
