import type { KeptFiles } from '../../src/model/cluster.ts'

export const memoryFiles = (): KeptFiles => {
  const files = new Map<string, Uint8Array>()
  const parts = new Map<string, Map<string, Uint8Array>>()
  return {
    put: async (id, bytes) => {
      files.set(id, bytes)
      parts.delete(id)
    },
    get: async (id) => files.get(id) ?? null,
    drop: async (id) => {
      files.delete(id)
      parts.delete(id)
    },
    ids: async () => [...new Set([...files.keys(), ...parts.keys()])],
    parts: (id) => ({
      put: async (name, bytes) => void parts.set(id, (parts.get(id) ?? new Map()).set(name, bytes)),
      get: async (name) => parts.get(id)?.get(name) ?? null,
    }),
  }
}
