#!/usr/bin/env node
/**
 * Builds the player into dist/display: index.html, player.js (one classic ES2015 script), diag.js (the page behind ?diag), sw.js and the base fonts.
 * `node scripts/build-display.mjs [folder]`, or `buildDisplay({ outDir })`.
 */
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const CLIENT = join(ROOT, 'display-client')
const ENGINE = join(ROOT, 'node_modules', 'engine.io-client', 'build', 'esm')
const PARSER = join(ROOT, 'node_modules', 'engine.io-parser', 'build', 'esm')
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

/** Modules that the player's build replaces by smaller ones of the same shape: [who imports, what, by which source]. */
const SMALLER = [
  // Every text of the product would be a tenth of the player's size.
  [/src\/(errors|programme)\/refus(al|ed)\.ts$/, /\/(codes|errors\/device)\.ts$/, playerTexts],
  // The wire is websocket only: the other transports stay out of the bundle.
  [
    /socket\.io-client/,
    /^engine\.io-client$/,
    () => `
      export { Socket } from '${ENGINE}/socket.js'
      export { installTimerFunctions } from '${ENGINE}/util.js'
      export { parse } from '${ENGINE}/contrib/parseuri.js'
      export { nextTick } from '${ENGINE}/globals.js'
      const absent = undefined
      export { absent as Fetch, absent as XHR, absent as NodeXHR, absent as WebSocket, absent as NodeWebSocket }
      export { absent as WebTransport }`,
  ],
  [
    /engine\.io-client/,
    /^\.\/transports\/index\.js$/,
    () =>
      `import { WS } from '${ENGINE}/transports/websocket.js'; export const transports = { websocket: WS }`,
  ],
  // Key pairs are made from a seed of the browser's own randomness.
  [/@stablelib\/ed25519/, /^@stablelib\/random$/, () => 'export const randomBytes = undefined'],
  // No message of ours holds bytes (docs/protocol.md).
  [
    /socket\.io-client/,
    /^socket\.io-parser$/,
    () => `export * from '${CLIENT}/link/packets.ts'; export const protocol = 5`,
  ],
  [
    /engine\.io-(client|parser)/,
    /^engine\.io-parser$/,
    () => `
      import { ERROR_PACKET, PACKET_TYPES, PACKET_TYPES_REVERSE } from '${PARSER}/commons.js'
      export const protocol = 4
      export const encodePacket = ({ type, data }, _, done) => done(PACKET_TYPES[type] + (data || ''))
      export const decodePacket = (text) => {
        const type = typeof text === 'string' && PACKET_TYPES_REVERSE[text.charAt(0)]
        return type ? { type, data: text.slice(1) || undefined } : ERROR_PACKET
      }`,
  ],
]

/** Parts of libraries that a websocket-only client never reaches: [file, what, instead]. */
const CUTS = [
  // A namespace object of a module costs a helper; these two names are all the manager takes from it.
  [
    /socket\.io-client\/build\/esm\/manager\.js$/,
    /import \* as parser from "socket\.io-parser"/,
    'import { Encoder, Decoder } from "socket.io-parser"; const parser = { Encoder, Decoder }',
  ],
  // Acknowledgements with time-outs, the retry queue and catch-all listeners are never asked for (link/socket.ts).
  [
    /socket\.io-client\/build\/esm\/socket\.js$/,
    /    _registerAckCallback\(id, ack\) \{[\s\S]*?(?=    packet\(packet\) \{)/,
    '    _drainQueue() {}\n',
  ],
  [
    /socket\.io-client\/build\/esm\/socket\.js$/,
    /    onAny\(listener\) \{[\s\S]*?(?=    notifyOutgoingListeners\()/,
    '',
  ],
  // No message asks for an acknowledgement, so none is ever waiting.
  [
    /socket\.io-client\/build\/esm\/socket\.js$/,
    /    _clearAcks\(\) \{[\s\S]*?(?=    \/\*\*\n     \* Called with socket packet)/,
    '    _clearAcks() {}\n',
  ],
  // Only polling splits what it sends by size.
  [
    /engine\.io-client\/build\/esm\/socket\.js$/,
    /_getWritablePackets\(\) \{[\s\S]*?\n    \}\n/,
    '_getWritablePackets() { return this.writeBuffer }\n',
  ],
  // Without upgrades nothing waits for one before it closes.
  [
    /engine\.io-client\/build\/esm\/socket\.js$/,
    /        const cleanupAndClose = [\s\S]*?(?=        if \("opening" === this)/,
    '        const waitForUpgrade = close;\n',
  ],
  // Hash states are saved for HMAC and key derivation; nothing here does either.
  [/@stablelib\/sha(256|512)\/lib/, /    saveState\(\) \{[\s\S]*?\n\}\n/, '}\n'],
  // Options of Node's own WebSocket library.
  [/engine\.io-client\/build\/esm\/transports\/websocket\.js$/, /pick\(this\.opts,[^)]*\)/, '{}'],
  // Probing is for upgrades from polling; with one transport the list of upgrades is always empty.
  [/engine\.io-client\/build\/esm\/socket\.js$/, /_probe\(name\) \{[\s\S]*?\n    \}\n/, '_probe() {}\n'],
]

const TWICE = /(objectSpread2_default)\(\1\(\{\}, ([\w.]+)\), \{\}, /g

const smaller = {
  name: 'smaller-modules',
  enforce: 'pre',
  // `{...a, b}` comes as assign(assign({}, a), {}, {b}); one call does the same.
  renderChunk: (code) => code.replace(TWICE, '$1({}, $2, '),
  resolveId: (source, importer = '') => {
    const index = SMALLER.findIndex(([from, what]) => from.test(importer) && what.test(source))
    return index < 0 ? null : `\0smaller-${index}.js`
  },
  load: (id) => {
    const index = /^\0smaller-(\d+)\.js$/.exec(id)?.[1]
    return index === undefined ? null : SMALLER[index][2]()
  },
  transform: (code, id) => {
    const cuts = CUTS.filter(([file]) => file.test(id))
    if (cuts.length > 0) {
      return cuts.reduce((text, [, before, after]) => {
        if (!before.test(text)) throw new Error(`${id} has changed: look at CUTS in build-display.mjs`)
        return text.replace(before, after)
      }, code)
    }
    // What `{...a}` and class fields become for ES2015; nothing here spreads getters or symbols or shadows a setter.
    if (id.endsWith('helpers/esm/objectSpread2.js')) return 'export default Object.assign'
    if (id.endsWith('helpers/esm/defineProperty.js'))
      return 'export default (o, k, v) => { o[k] = v; return o }'
    return null
  },
}

const script = async (entry, file, outDir, define) => {
  await build({
    configFile: false,
    root: CLIENT,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    plugins: [smaller],
    oxc: { assumptions: { setPublicClassFields: true, noDocumentAll: true, pureGetters: true } },
    build: {
      target: 'es2015',
      outDir,
      emptyOutDir: false,
      minify: true,
      modulePreload: false,
      rollupOptions: {
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
  const [sans, pixel] = fonts.map((name) => JSON.stringify(`/display/fonts/${name}`))
  await script('main.ts', 'player.js', fresh, { SANS_FONT_URL: sans, PIXEL_FONT_URL: pixel })
  await script('shell/diag.ts', 'diag.js', fresh, {})
  await writeFile(join(fresh, 'index.html'), await readFile(join(CLIENT, 'shell', 'index.html')))
  const version = await digestOf(fresh, [
    'index.html',
    'player.js',
    'diag.js',
    ...fonts.map((name) => `fonts/${name}`),
  ])
  const files = [
    '/display/',
    '/display/player.js',
    '/display/diag.js',
    ...fonts.map((name) => `/display/fonts/${name}`),
  ]
  await script('shell/sw.ts', 'sw.js', fresh, {
    SHELL_VERSION: JSON.stringify(version),
    SHELL_FILES: JSON.stringify(files),
  })
  await rm(outDir, { recursive: true, force: true })
  await rename(fresh, outDir)
  return { folder: outDir, version }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { folder, version } = await buildDisplay(process.argv[2] ? { outDir: resolve(process.argv[2]) } : {})
  console.log(`player ${version} built into ${folder}`)
}
