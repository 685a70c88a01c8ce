import type { ImportMap } from 'payload'

/** The map itself is generated (`npm run payload -- generate:importmap`). */
export declare const importMap: ImportMap
