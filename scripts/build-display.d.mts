export declare const buildDisplay: (options?: {
  readonly outDir?: string
}) => Promise<{ readonly folder: string; readonly version: string }>
