#!/usr/bin/env node
/**
 * Builds the player into dist/display: index.html, player.js and link.js (classic ES2015 scripts), diag.js (the page
 * behind ?diag), sw.js and the base fonts. `node scripts/build-display.mjs [folder]`, or `buildDisplay({ outDir })`.
 */
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const CLIENT = join(ROOT, 'display-client')
const FONTS = join(ROOT, 'media', 'fonts')

/** What can go wrong in the player. It carries the codes alone: the words are in diag.js, a few in stage/sentences.ts. */
const PLAYER_CODES = [
  'MSG_INVALID',
  'HEAD_INVALID',
  'PROGRAMME_INVALID',
  'TOWN_KEY_CHANGED',
  'SERVER_REFUSED',
  'SCREEN_REPLACED',
  'SCREEN_UNKNOWN',
  'PROOF_INVALID',
  'VERSION_UNSUPPORTED',
  'VIEWER_NOT_ALLOWED',
]

const playerTexts = () => {
  const silent = Object.fromEntries(PLAYER_CODES.map((code) => [code, { zh: '', en: '' }]))
  return `export const TEXTS = ${JSON.stringify(silent)}; export { TEXTS as DEVICE_ERRORS }`
}

/** Every text of the product would be a tenth of the player's size; diag.js has those that a device can meet. */
const codesAlone = {
  name: 'codes-alone',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    /src\/(errors|programme)\/refus(al|ed)\.ts$/.test(importer) &&
    /\/(codes|errors\/device)\.ts$/.test(source)
      ? '\0codes-alone.js'
      : null,
  load: (id) => (id === '\0codes-alone.js' ? playerTexts() : null),
}

/** Libraries go in as they are published: nothing in them is cut or replaced (PLY-22). */
const script = async (entry, file, outDir, define = {}) => {
  await build({
    configFile: false,
    root: CLIENT,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    plugins: [codesAlone],
    build: {
      target: 'es2015',
      outDir,
      emptyOutDir: false,
      minify: true,
      modulePreload: false,
      rollupOptions: {
        // None of the libraries does anything by being imported; not all of their package files say so.
        treeshake: { moduleSideEffects: (id) => !id.includes('node_modules') },
        input: join(CLIENT, entry),
        output: { format: 'iife', entryFileNames: file },
      },
    },
  })
}

const baseFont = (names, stem) => {
  const name = names.find((candidate) => candidate.startsWith(`${stem}.`) && /\.(ttf|otf)$/.test(candidate))
  if (!name) throw new Error(`media/fonts has no ${stem}.ttf or .otf: run the font script first`)
  return name
}

const digestOf = async (folder, names) => {
  const hash = createHash('sha256')
  for (const name of names) hash.update(name).update(await readFile(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}

const sha256 = (bytes) => createHash('sha256').update(bytes)
const integrityOf = (bytes) => `sha256-${sha256(bytes).digest('base64')}`
/** What the build puts in place of names: each value as it is written in a script. */
const written = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]))

/** player.js names the very bytes of link.js, so that the two are one shell (PLY-33). */
const scripts = async (fresh, fonts) => {
  await script('link/main.ts', 'link.js', fresh)
  const link = await readFile(join(fresh, 'link.js'))
  const [sans, pixel] = fonts.map((name) => `/display/fonts/${name}`)
  const player = written({
    SANS_FONT_URL: sans,
    PIXEL_FONT_URL: pixel,
    LINK_URL: '/display/link.js',
    LINK_SHA256: sha256(link).digest('hex'),
    LINK_INTEGRITY: integrityOf(link),
  })
  await script('main.ts', 'player.js', fresh, player)
  await script('shell/diag.ts', 'diag.js', fresh)
}

/** The worker and what it keeps. The page has no digest: a proxy may write into pages, and what it asks for has one. */
const worker = async (fresh, names) => {
  const version = await digestOf(fresh, ['index.html', ...names])
  const kept = names.map(async (name) => [`/display/${name}`, integrityOf(await readFile(join(fresh, name)))])
  const files = { '/display/': '', ...Object.fromEntries(await Promise.all(kept)) }
  await script('shell/sw.ts', 'sw.js', fresh, written({ SHELL_VERSION: version, SHELL_FILES: files }))
  return version
}

/**
 * Builds into `outDir` (default dist/display), beside the old files until all is whole. Returns the folder and the
 * version, which is a digest of everything the shell holds: equal sources give an equal service worker.
 */
export const buildDisplay = async ({ outDir = join(ROOT, 'dist', 'display') } = {}) => {
  const fresh = `${outDir}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(join(fresh, 'fonts'), { recursive: true })
  const names = await readdir(FONTS)
  const fonts = [baseFont(names, 'sans-base'), baseFont(names, 'pixel-base')]
  for (const name of fonts) await cp(join(FONTS, name), join(fresh, 'fonts', name))
  await writeFile(join(fresh, 'index.html'), await readFile(join(CLIENT, 'shell', 'index.html')))
  await scripts(fresh, fonts)
  const kept = ['player.js', 'link.js', 'diag.js', ...fonts.map((name) => `fonts/${name}`)]
  const version = await worker(fresh, kept)
  await rm(outDir, { recursive: true, force: true })
  await rename(fresh, outDir)
  return { folder: outDir, version }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { folder, version } = await buildDisplay(process.argv[2] ? { outDir: resolve(process.argv[2]) } : {})
  console.log(`player ${version} built into ${folder}`)
}
