import type { CollectionBeforeValidateHook } from 'payload'
import { campaignFaults } from '../../../src/campaign/index.ts'
import { RefusalError } from '../../../src/errors/refusal.ts'
import { campaignOf, goalsIn, type CampaignRow } from '../../town/campaigns.ts'

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** Whether a fault is at a field that was filled in; empty ones are told by their own rule. */
const isOfGiven =
  (row: Readonly<Record<string, unknown>>) =>
  ({ field = '' }: { readonly field?: string }): boolean => {
    const [list = '', index = '', name = ''] = field.split('.')
    const rows = row[list]
    const at = Array.isArray(rows) ? (rows[Number(index)] as Readonly<Record<string, unknown>>) : undefined
    return at !== undefined && isGiven(at[name])
  }

/** Every fault of a plan at once, each at its field (CMP-1). */
export const soundCampaign: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const row = { ...(originalDoc as CampaignRow | undefined), ...(data as CampaignRow) }
  const [first, ...more] = campaignFaults({ ...campaignOf(row), goals: goalsIn(row) }).filter(isOfGiven(row))
  if (first) throw new RefusalError(first, ...more)
  return data
}
