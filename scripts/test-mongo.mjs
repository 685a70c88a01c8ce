/**
 * `npm run test:mongo`: what a database can change (the lanes contract, integration and e2e) on MongoDB; towns that keep
 * to the embedded file, sheets, pictures and the player are the business of `npm test`. Takes TEST_MONGODB_URI, else a
 * `mongod` named by MONGOD or on PATH, else mongodb-memory-server where its download works; says so when it had none.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, installMissing } from './install.mjs'
import { run } from './steps.mjs'

const MEMORY_SERVER = 'mongodb-memory-server-core@11.3.0'

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

const onPath = () => {
  const named = process.env.MONGOD || 'mongod'
  return spawnSync(named, ['--version'], { stdio: 'ignore' }).status === 0 ? named : null
}

const initiate = async (uri, host) => {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(`${uri}?directConnection=true`, { serverSelectionTimeoutMS: 20_000 })
  await client.connect()
  await client
    .db('admin')
    .command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } })
    .catch((error) => {
      if (error.codeName !== 'AlreadyInitialized') throw error
    })
  for (;;) {
    const { isWritablePrimary } = await client.db('admin').command({ hello: 1 })
    if (isWritablePrimary) break
  }
  await client.close()
}

const startMongod = async (mongod) => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-mongod-'))
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'rs0']
  const child = spawn(mongod, args, { stdio: 'ignore' })
  await initiate(`mongodb://127.0.0.1:${port}/`, `127.0.0.1:${port}`)
  return {
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=rs0`,
    stop: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const startMemoryServer = async () => {
  const home = resolve('node_modules/.silver-shield-mongo')
  mkdirSync(home, { recursive: true })
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', home, MEMORY_SERVER])
  const entry = pathToFileURL(join(home, 'node_modules/mongodb-memory-server-core/index.js')).href
  const { MongoMemoryReplSet } = (await import(entry)).default ?? (await import(entry))
  const set = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } })
  return { uri: set.getUri(), stop: () => set.stop() }
}

const open = async () => {
  if (process.env.TEST_MONGODB_URI) return { uri: process.env.TEST_MONGODB_URI, stop: () => {} }
  const mongod = onPath()
  return mongod ? startMongod(mongod) : startMemoryServer()
}

checkNode()
await installMissing()
let database
try {
  database = await open()
} catch (error) {
  console.error(
    '没有 MongoDB 可用：请设 TEST_MONGODB_URI，或安装 mongod。\n' +
      'No MongoDB to test on: set TEST_MONGODB_URI, or install mongod (MONGOD names it). ' +
      `Tried mongodb-memory-server: ${String(error.message).split('\n')[0]}`,
  )
  process.exit(1)
}
const lanes = ['--project', 'contract', '--project', 'integration', '--project', 'e2e']
const child = spawn(process.execPath, ['scripts/test.mjs', ...lanes, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TEST_MONGODB_URI: database.uri, TEST_DATABASE: 'mongodb' },
})
child.on('close', async (code) => {
  await database.stop()
  process.exit(code ?? 1)
})
