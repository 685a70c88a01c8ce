/** Makes anew what is drawn of the poster templates (thumbnails, samples, docs/pictures/posters.png): `node scripts/posters.mjs`. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/posters/make.ts'], { stdio: 'inherit' })
child.on('close', (code) => process.exit(code ?? 1))
