export { formatChinese } from './chinese.ts'
export {
  addDays,
  civilOf,
  DAY_MS,
  instantOf,
  isCivilDate,
  isCivilTime,
  minutesOf,
  TOWN_ZONE,
  weekdayOf,
} from './civil.ts'
export { readInstant } from './iso.ts'
export { midnightsIn, windowsOf, type Window } from './windows.ts'
