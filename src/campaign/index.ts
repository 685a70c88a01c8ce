/** Campaigns: which stages run on a day, and what is required then. What played is reckoned elsewhere ("On air"). */
export { MINUTES_A_DAY, type Campaign, type CampaignStage, type Goal, type Tag } from './campaign.ts'
export { campaignFaults } from './faults.ts'
export {
  isMeantOn,
  requiredOn,
  runsOn,
  shortOf,
  spanOf,
  stagesOn,
  type Required,
  type Short,
} from './required.ts'
