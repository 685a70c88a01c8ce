export type Took = {
  readonly spent: readonly {
    readonly lane: string
    readonly file: string
    readonly cpu: number
    readonly wall: number
  }[]
  readonly controls: readonly number[]
}
export declare const CONTROL_MS: number
export declare const FILE: number
export declare const LARGER: Readonly<Record<string, number>>
export declare const MARGIN: number
export declare const LANES: Readonly<Record<string, number>>
export declare const judge: (took: Took) => readonly string[]
export declare const controlOf: (took: Took) => string
