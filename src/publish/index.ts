export { compile, withFonts } from './compile.ts'
export { groupKeyOf, groupsOf, type Group } from './groups.ts'
export { HORIZON_DAYS, horizonOf, nextCompileAt } from './horizon.ts'
export { LEASE_MS, publish, RENEW_BELOW_MS, SWITCH_AFTER_MS, WAIT_LIMIT_MS } from './machine.ts'
export { revokedOf } from './revoked.ts'
export {
  restore,
  type Compiled,
  type Failed,
  type HeadRow,
  type PublishEffect,
  type PublishEvent,
  type PublishState,
  type ScreensEvent,
  type Step,
} from './state.ts'
export { isOfScreens, together } from './together.ts'
