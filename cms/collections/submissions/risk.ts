import type { Field } from 'payload'
import { RISK_WORDS } from '../../../src/lexicon/people.ts'
import { RISK_CLASSES } from '../../../src/model/people.ts'
import { words } from '../../base/words.ts'

/** For lists, which read no frozen words; decisions go by those (CMS-11). Missing in those of before, all ordinary. */
export const riskField: Field = {
  name: 'risk',
  type: 'select',
  label: words('风险', 'Risk'),
  admin: { readOnly: true },
  options: RISK_CLASSES.map((value) => ({ value, label: RISK_WORDS[value] })),
}
