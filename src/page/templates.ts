/** Name and version of each template; a frozen content is laid out later by the version it was approved with. */
export const TEMPLATES = {
  case: 'case@1',
  technique: 'technique@1',
  slogan: 'slogan@1',
  idle: 'idle@1',
} as const
export type TemplateName = keyof typeof TEMPLATES
