/** Levels by name, strongest first; a schedule of a stronger level hides all weaker ones (SCH-1). */
export const LEVELS = ['emergency', 'warning', 'campaign', 'daily', 'filler'] as const
export type Level = (typeof LEVELS)[number]

/** Levels a person may choose for a schedule today; emergency and warning have their own door. */
export const SCHEDULE_LEVELS = ['campaign', 'daily', 'filler'] as const satisfies readonly Level[]

/** 0 is the strongest. */
export const levelRank = (level: Level): number => LEVELS.indexOf(level)
