import type { Presence } from '../../model/cluster.ts'

/** The lines that end in this process. */
export const openPresence = <Id>(): Presence<Id> => {
  const lines = new Map<Id, string>()
  return {
    came: async (id, line) => void lines.set(id, line),
    left: async (id, line) => {
      if (lines.get(id) === line) lines.delete(id)
    },
    isThere: async (id) => lines.has(id),
  }
}
