import type { Town, TownSchedule, TownScreen } from '../model/town.ts'

/** A schedule targets a screen by its id or by the place where it stands. */
export const targets = (schedule: TownSchedule, screen: Pick<TownScreen, 'id' | 'place'>): boolean =>
  schedule.screens.includes(screen.id) || schedule.places.includes(screen.place)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** SCH-2: by first day, then by id. Saving a schedule again does not move its part of the loop. */
const inOrder = (a: TownSchedule, b: TownSchedule): number =>
  order(a.recurrence.fromDate, b.recurrence.fromDate) || order(a.id, b.id)

/** Schedules that target a screen, in the order in which their contents are joined. */
export const schedulesFor = (
  town: Pick<Town, 'schedules'>,
  screen: Pick<TownScreen, 'id' | 'place'>,
): readonly TownSchedule[] => town.schedules.filter((s) => targets(s, screen)).toSorted(inOrder)
