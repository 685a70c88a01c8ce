import { CHECK_ERRORS } from './checks.ts'
import { CONTENT_ERRORS } from './content.ts'
import { DEVICE_ERRORS } from './device.ts'
import { FACTOR_ERRORS } from './factor.ts'
import { IMPORT_ERRORS } from './imports.ts'
import { NOTICE_ERRORS } from './notices.ts'
import { PRINT_ERRORS } from './print.ts'
import { SERVER_ERRORS } from './server.ts'
import { WIRE_ERRORS } from './wire.ts'
import { WORKFLOW_ERRORS } from './workflow.ts'

/** Every code the product can answer, with HTTP status and who must act (docs/errors.md is checked against it). */
export const TEXTS = {
  ...CONTENT_ERRORS,
  ...CHECK_ERRORS,
  ...WORKFLOW_ERRORS,
  ...FACTOR_ERRORS,
  ...DEVICE_ERRORS,
  ...WIRE_ERRORS,
  ...PRINT_ERRORS,
  ...NOTICE_ERRORS,
  ...IMPORT_ERRORS,
  ...SERVER_ERRORS,
}

export type ErrorCode = keyof typeof TEXTS
