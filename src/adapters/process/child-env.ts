/**
 * The environment of a child that speaks with us over its channel. Under `node --watch` children report on that same
 * channel every module they load, and each report would be taken for an answer.
 */
export const childEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const { WATCH_REPORT_DEPENDENCIES: _, ...rest } = env
  return rest
}
