/** Words on a block of colour that tell whose sentence it is (layout 2). */
import type { Stamp } from '../page/index.ts'

/** What a page is about, so that no passer-by takes it for an advertisement. */
export const FRAUD = '骗局'
export const TOPIC: Stamp = { who: 'topic', long: FRAUD, short: '骗' }
