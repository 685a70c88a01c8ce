import type { KeptFiles } from '../../src/model/cluster.ts'

export const memoryFiles = (): KeptFiles => {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (id, bytes) => void files.set(id, bytes),
    get: async (id) => files.get(id) ?? null,
    drop: async (id) => void files.delete(id),
    ids: async () => [...files.keys()],
  }
}
