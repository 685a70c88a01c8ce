/** Builds what is missing or stale: the player, the server bundle, the admin. `npm run build`, and part of `npm start`. */
import { buildCodePage } from './build-code-page.mjs'
import { bundleServer, CHILDREN } from './bundle-server.mjs'
import { digestOf, isFresh, remember } from './freshness.mjs'
import { UNDER_CMS } from './room-lists.mjs'
import { run, step } from './steps.mjs'

const LOCK = 'package-lock.json'

const PARTS = [
  {
    name: { zh: '构建播放端', en: 'building the player', expected: 3 },
    stamp: 'dist/.stamps/display',
    sources: ['display-client', 'src', 'media/fonts', 'scripts/build-display.mjs', LOCK],
    outputs: ['dist/display/player.js', 'dist/display/link.js'],
    make: async () => (await import('./build-display.mjs')).buildDisplay(),
  },
  {
    name: { zh: '构建服务器', en: 'building the server', expected: 1 },
    stamp: 'dist/.stamps/server',
    sources: [
      'src',
      'cms',
      ...['build', 'bundle-server', 'build-code-page'].map((name) => `scripts/${name}.mjs`),
      LOCK,
    ],
    outputs: [
      'dist/server.mjs',
      'dist/image-child.mjs',
      'dist/office-child.mjs',
      'dist/typst-child.mjs',
      'dist/code-page/post.js',
    ],
    make: async () => {
      await buildCodePage()
      await bundleServer({ server: 'src/main.ts', ...CHILDREN }, 'dist')
    },
  },
  {
    name: { zh: '构建管理后台（首次约一两分钟）', en: 'building the admin', expected: 90 },
    stamp: 'dist/.stamps/admin',
    sources: ['cms', ...UNDER_CMS, LOCK],
    outputs: ['cms/.next/BUILD_ID'],
    make: () =>
      run(process.execPath, ['node_modules/next/dist/bin/next', 'build', 'cms'], {
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      }),
  },
]

export const buildStale = async () => {
  for (const { name, stamp, sources, outputs, make } of PARTS) {
    const digest = digestOf(sources)
    if (isFresh(stamp, digest, outputs)) continue
    await step(name, make)
    remember(stamp, digest)
  }
}

if (process.argv[1]?.endsWith('build.mjs')) await buildStale()
