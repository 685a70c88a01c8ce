import type { FraudClass, FrozenContent } from '../model/content.ts'
import { THEMES, type Theme } from '../model/taxonomy.ts'
import type { Facts } from './facts.ts'
import type { ContentKinds } from './registry.ts'

/** What a content speaks of: its class of fraud, the official one where another was chosen, its method; each once. */
export const themesIn = (
  fraudClass: FraudClass | null,
  { officialClass, method }: Facts = {},
): readonly Theme[] => THEMES.filter((theme) => [fraudClass, officialClass, method].includes(theme))

/** For campaigns, which ask that a theme be spoken of (src/campaign). Of a kind that knows of none, its class of fraud. */
export const themesOf = (kinds: ContentKinds, { body }: Pick<FrozenContent, 'body'>): readonly Theme[] => {
  const kind = kinds.of(body)
  return kind.themes?.(body) ?? themesIn(kind.fraudClass(body))
}
