import type { Endpoint } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'

/** They stand before Payload's own of the same path. */
export const noMailEndpoints: Endpoint[] = ['/forgot-password', '/reset-password', '/verify/:id'].map(
  (path) => ({ path, method: 'post', handler: () => refuse('ROUTE_UNKNOWN') }),
)
