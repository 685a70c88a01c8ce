import type { Refusal } from './refusal.ts'

/** Tells what a reader answered apart: words for people are in refusals alone (a pairing message has a `code` too). */
export const isRefusal = (value: object): value is Refusal => 'message_zh' in value
