import path from 'node:path'

/**
 * What the CMS takes from the environment. `src/main.ts` checks and sets it before importing the config; the defaults
 * only serve `next build` and Payload's own commands, which open no town's data.
 */
export type CmsEnvironment = {
  readonly dataDir: string
  /** `mongodb://…`, `file:…`, or empty for the file in `dataDir`. */
  readonly databaseUri: string
  readonly secret: string
  /** Origin people use, without trailing slash; empty when unknown. */
  readonly publicUrl: string
  readonly production: boolean
  /** Whether the town sends mail; without it nobody is asked whether he wants any. */
  readonly mails?: boolean
  /** How long a write waits for its turn; only tests say less than `QUEUE_WAIT_MS`. */
  readonly queueWaitMs?: number
}

export const readEnvironment = (env: Readonly<Record<string, string | undefined>>): CmsEnvironment => ({
  // The server is bundled, so folders are counted from where it was started.
  dataDir: path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR || 'data'),
  databaseUri: env.DATABASE_URI ?? '',
  secret: env.PAYLOAD_SECRET || 'only for commands that open no town data',
  publicUrl: (env.PUBLIC_URL ?? '').replace(/\/+$/, ''),
  production: env.NODE_ENV === 'production',
  mails: Boolean(env.SMTP_URL?.trim()),
})
