/** Names of the ways a sheet leaves the house. */
import { words } from './words.ts'

export const PRINT_WAY_WORDS = {
  office: words('办公室A4打印机', 'Office A4 printer'),
  shop: words('打印店', 'Print shop'),
} as const
