/** Name and version of each template, written on every page it made. */
export const TEMPLATES = {
  case: 'case@1',
  technique: 'technique@1',
  slogan: 'slogan@1',
  idle: 'idle@1',
} as const
export type TemplateName = keyof typeof TEMPLATES
