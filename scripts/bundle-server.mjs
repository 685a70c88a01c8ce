/** One place says how server code becomes a file that Node runs: the build, and the tests that start processes. */
import { build } from 'esbuild'

/** @param {Record<string, string>} entryPoints @param {string} outdir */
export const bundleServer = async (entryPoints, outdir) => {
  await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    jsx: 'automatic',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  })
}

/** Processes the server starts look for themselves beside it. */
export const CHILDREN = {
  'image-child': 'src/adapters/images/image-child.ts',
  'typst-child': 'src/adapters/typst/typst-child.ts',
}
