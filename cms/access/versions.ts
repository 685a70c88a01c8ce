import type { Endpoint, SanitizedConfig } from 'payload'

type Doors = { endpoints: false | Omit<Endpoint, 'root'>[] }

const shut = (kept: Doors): void => {
  if (kept.endpoints) kept.endpoints = kept.endpoints.filter(({ path }) => !path.startsWith('/versions'))
}

/** Payload opens doors to versions for every collection and global: where none are kept they lead to a fault (I14). */
export const guardVersions = (config: SanitizedConfig): SanitizedConfig => {
  for (const kept of [...config.collections, ...config.globals]) if (!kept.versions) shut(kept)
  return config
}
