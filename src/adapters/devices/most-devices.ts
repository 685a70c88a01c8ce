import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'

/**
 * Memory of a connected screen with all that is kept for it, in the heap and beside it; measured 15 KB at 5,000
 * (README).
 */
const DEVICE_BYTES = 32 * 1024
/** The others' share: pages of the desk, compiling, pictures. */
const SHARE = 0.25
/** Connections that even a very small machine takes. */
const LEAST = 500

export type Memory = {
  /** Bytes the heap may grow to. */
  readonly heap: number
  /** Bytes of the machine, or of the container around this process where one bounds it. */
  readonly machine: number
}

/** 0, or more than the machine has, where nothing bounds the process. */
const bounded = (limit: number, machine: number): number => (limit > 0 ? Math.min(limit, machine) : machine)

const memoryHere = (): Memory => ({
  heap: getHeapStatistics().heap_size_limit,
  machine: bounded(process.constrainedMemory?.() ?? 0, totalmem()),
})

/** How many devices may be connected at one time (I10): as many as a quarter of the memory carries. */
export const mostDevices = ({ heap, machine }: Memory = memoryHere()): number =>
  Math.max(LEAST, Math.floor((Math.min(heap, machine) * SHARE) / DEVICE_BYTES))
