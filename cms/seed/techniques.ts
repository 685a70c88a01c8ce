import { METHODS, type MethodKey } from '../starter/methods.ts'
import { TECHNIQUES as LIBRARY, type TechniqueWords } from '../starter/techniques.ts'
import type { FraudClass } from '../../src/model/content.ts'

export type TechniqueSeed = TechniqueWords & {
  readonly fraudClass: FraudClass
  readonly hotline: string
  readonly unit: string
}

const ofLibrary = (method: MethodKey, unit: string): TechniqueSeed => {
  const { fraudClass, hotline } = METHODS[method]
  return { ...LIBRARY[method], fraudClass, hotline, unit }
}

/** Of the starter library those that the demo town plays, each with the office that answers for it there. */
export const TECHNIQUES: readonly TechniqueSeed[] = [
  ofLibrary('fake-police', '派出所'),
  ofLibrary('care-product', '市场监管所'),
  ofLibrary('ai-voice', '派出所'),
  ofLibrary('prize-subsidy', '社事办'),
]
