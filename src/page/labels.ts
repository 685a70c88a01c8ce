import type { ContentBody } from '../model/content.ts'
import { FRAUD_CLASS_NAMES, KIND_NAMES } from '../model/names.ts'

/** Top left of every page: kind and class, `案例·投资理财`. */
export const labelOf = (body: ContentBody): string => {
  const kind = KIND_NAMES[body.kind]
  const name = body.kind === 'slogan' ? '' : FRAUD_CLASS_NAMES[body.fraudClass]
  return name ? `${kind}·${name}` : kind
}

export const HE_SAYS = '他说'
export const YOU_DO = '您这样做'
export const REMEMBER = '请记住'
