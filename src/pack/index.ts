/** What a release gives to newspapers and to WeChat: which files, in which words. */
export { packPlan, type Fit, type PackFile, type PackPicture, type PackPlan } from './plan.ts'
export type { PackSource } from './source.ts'
