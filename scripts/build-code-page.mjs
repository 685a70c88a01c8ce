/** The scripts of the code pages: dist/code-page/{post,scan,report}.js; scan.js asks for the reader of QR codes once there is a photo. */
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

const OPTIONS = {
  outdir: 'dist/code-page',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2020',
  tsconfig: 'tsconfig.json',
  logLevel: 'error',
}

export const buildCodePage = async () => {
  await rm('dist/code-page', { recursive: true, force: true })
  // Each by itself, or what one needs is a file of its own that both ask for.
  for (const name of ['post', 'scan', 'report'])
    await build({ ...OPTIONS, entryPoints: [`cms/code-page/browser/${name}.ts`] })
}
