import type { RequestHandler } from 'express'
import type { Refusal } from '../../errors/refusal.ts'

export type Readiness = {
  /** One quick read of the database; throws when it cannot. */
  readonly database: () => Promise<void>
  /** Whether the publisher has read the town and holds a head for every group. */
  readonly publisher: () => boolean
  /** What verification refuses now: rows edited behind the product, a broken audit chain (I8, I12). */
  readonly refused: () => Promise<readonly Refusal[]>
}

const works = (check: () => Promise<void>): Promise<boolean> =>
  check().then(
    () => true,
    () => false,
  )

/**
 * `/healthz`: the process answers. `/readyz`: database and publisher work; `refused` lists rows that were edited behind
 * the product. Those do not make the server unready: screens keep showing what was released.
 */
export const healthRoutes =
  (readiness: Readiness): RequestHandler =>
  (req, res, next) => {
    res.setHeader('cache-control', 'no-store')
    if (req.path === '/healthz') {
      res.json({ status: 'ok' })
      return
    }
    const answer = async (): Promise<void> => {
      const database = await works(readiness.database)
      // That something cannot be verified now is not the fault of the request, so the answer says that it is not known
      // (I14).
      const refused = database ? await readiness.refused().catch(() => null) : null
      const ready = refused !== null && readiness.publisher()
      const status = ready ? (refused.length ? 'tampered' : 'ok') : 'unavailable'
      const body = { status, database, publisher: readiness.publisher(), refused: refused ?? [] }
      res.status(ready ? 200 : 503).json(body)
    }
    answer().catch(next)
  }
