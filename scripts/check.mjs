/** `npm run check`: walls, types, pure rooms, lint, format, house rules; each named, all run, first failure last. */
import { checkNode, installMissing } from './install.mjs'
import { run, step } from './steps.mjs'

const bin = (name, ...args) => [`node_modules/.bin/${name}`, args]

const CHECKS = [
  [{ zh: '类型', en: 'types', expected: 8 }, ...bin('tsc', '-p', 'tsconfig.json')],
  [{ zh: '纯房间', en: 'pure rooms', expected: 3 }, ...bin('tsc', '-p', 'tsconfig.pure.json')],
  [{ zh: '代码检查', en: 'lint and walls', expected: 2 }, ...bin('oxlint', '--deny-warnings')],
  [{ zh: '格式', en: 'format', expected: 6 }, ...bin('prettier', '--check', '.')],
  [{ zh: '家规', en: 'house rules', expected: 4 }, ...bin('vitest', 'run', '--project', 'house')],
]

checkNode()
await installMissing()
let failed = 0
for (const [name, command, args] of CHECKS) {
  try {
    await step(name, () => run(command, args))
  } catch (error) {
    failed += 1
    console.error(error.message)
  }
}
process.exit(failed ? 1 : 0)
