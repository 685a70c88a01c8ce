import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'

const unborn = (collection: SanitizedCollectionConfig): SanitizedCollectionConfig => {
  const { versions } = collection
  const drafts = versions?.drafts
  return drafts
    ? { ...collection, versions: { ...versions, drafts: { ...drafts, validate: true } } }
    : collection
}

const made = new WeakMap<object, Promise<SanitizedConfig>>()

/**
 * The configuration as pages are drawn by. Payload makes a row as soon as a form for a new one is opened, but not where
 * drafts have to be complete; so pages are told that they must, while what is stored goes by the true configuration. The
 * form makes the row itself with its first word (DESK-73).
 */
export const withoutGhosts = (config: Promise<SanitizedConfig>): Promise<SanitizedConfig> => {
  const known = made.get(config)
  if (known) return known
  const found = config.then((whole) => ({ ...whole, collections: whole.collections.map(unborn) }))
  made.set(config, found)
  return found
}
