/** Serves what is built already, without looking whether it is fresh: for services and tests. `npm start` does all. */
process.env.NODE_ENV = 'production'
const { serve } = await import('../dist/server.mjs')
await serve(performance.now())
