/** One place says how server code becomes a file that Node runs: the build, and the tests that start processes. */
import { build } from 'esbuild'

/** Packages that are not JavaScript alone, look for files beside themselves, or are asked for by name while they run. */
const APART = [
  'sharp',
  'libsql',
  '@libsql/*',
  '@resvg/*',
  '@napi-rs/*',
  '@myriaddreamin/*',
  'esbuild',
  'next',
  'next/*',
  'vite',
  'drizzle-kit',
  'drizzle-kit/*',
  'pino',
  'pino-pretty',
  'mongoose',
  'mongodb',
  'subset-font',
  'sass',
]

/** CommonJS within the bundle asks for these. */
const REQUIRE = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url)
const __filename = import.meta.filename ?? new URL(import.meta.url).pathname
const __dirname = __filename.slice(0, __filename.lastIndexOf('/'))
`

/**
 * @param {Record<string, string>} entryPoints
 * @param {string} outdir
 * @param {{ whole?: boolean }} [options] `whole`: packages too, so that a start reads one file instead of two thousand:
 *   half of its time, which tests pay a hundred times
 */
export const bundleServer = async (entryPoints, outdir, { whole = false } = {}) => {
  await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    ...(whole ? { external: APART, banner: { js: REQUIRE } } : { packages: 'external' }),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: whole ? false : 'linked',
    jsx: 'automatic',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  })
}

/** Processes the server starts look for themselves beside it. */
export const CHILDREN = {
  'image-child': 'src/adapters/images/image-child.ts',
  'office-child': 'src/adapters/office/office-child.ts',
  'typst-child': 'src/adapters/typst/typst-child.ts',
}
