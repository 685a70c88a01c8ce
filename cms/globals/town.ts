import type { GlobalConfig } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { announce } from '../base/announce.ts'
import { accessTo, hiddenFromVillages } from '../access/roles.ts'
import { secretText, text } from '../fields/basic.ts'
import { words } from '../base/words.ts'
import { DAYS_TO_REVIEW } from '../records/review-days.ts'
import { factorField, keepFactorRule, sayFactorRule } from './second-factor.ts'
import { auditTown, sealTown, TOWN_NAME_LIMIT } from './town-seal.ts'

/** The town itself. A demo town stays one for ever: `demo` is set at seeding and by no door afterwards. */
export const town: GlobalConfig = {
  slug: 'town',
  label: words('本镇', 'The town'),
  admin: { group: false, hidden: hiddenFromVillages, hideAPIURL: true },
  access: { read: accessTo('town', 'read'), update: accessTo('town', 'update') },
  hooks: {
    beforeChange: [
      ({ data, originalDoc, req }) => {
        const given = data as { demo?: boolean }
        const stored = (originalDoc as { demo?: boolean | null } | undefined)?.demo ?? false
        // Only the seed, which has no user, may make an empty database a demo town.
        if (given.demo != null && given.demo !== stored && (req.user || stored))
          refuse('FIELD_NOT_WRITABLE', { field: 'demo' })
        return { ...data, demo: given.demo ?? stored }
      },
      keepFactorRule,
      sealTown,
    ],
    afterChange: [
      auditTown,
      sayFactorRule,
      async ({ doc, req }) => {
        await announce(req, { kind: 'town' })
        return doc
      },
    ],
  },
  fields: [
    text('name', '镇名', 'Name of the town', {
      required: true,
      maxLength: TOWN_NAME_LIMIT,
      help: ['只写汉字，每块屏空闲时都显示', 'Chinese characters; every idle screen shows it'],
    }),
    {
      name: 'reviewDays',
      type: 'number',
      label: words('几天没审算超期', 'Days until a review is overdue'),
      min: 1,
      max: 30,
      defaultValue: DAYS_TO_REVIEW,
      // A stranger reads the town's name and nothing else (CMS-43).
      access: { read: ({ req }) => Boolean(req.user) },
      admin: {
        step: 1,
        description: words(
          '送审件等得比这久，下一位在“今天”里会看到“已超期”',
          'What waits longer is told as overdue on the first page of whoever is next',
        ),
      },
    },
    factorField,
    {
      name: 'demo',
      type: 'checkbox',
      defaultValue: false,
      label: words('演示', 'Demo'),
      admin: { readOnly: true },
    },
    secretText('seal', '封印', 'Seal'),
  ],
}
