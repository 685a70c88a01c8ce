import { CHIPS, type Chip, type Scope, type Shown, type Wanted } from '../../overview/list.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { CHIP_WORDS } from './words.ts'

type Props = {
  readonly shown: Shown
  readonly wanted: Wanted
  readonly hasOwn: boolean
  readonly language: DeskLanguage
}

const hrefOf = ({ words }: Wanted, scope: Scope, chip: Chip | null): string =>
  `?${new URLSearchParams({ scope, ...(chip && { state: chip }), ...(words && { q: words }) }).toString()}`

/** Filters with their counts: whose, then which state; a second press on a state takes it off. */
export const Chips = ({ shown, wanted, hasOwn, language }: Props) => {
  const scopes: readonly (readonly [Scope, string, number])[] = [
    ...(hasOwn ? [['mine', say(language, '我写的', 'Mine'), shown.mine] as const] : []),
    ['all', say(language, '全部', 'All'), shown.total],
  ]
  return (
    <nav className="ss-chips" aria-label={say(language, '筛选', 'Filters')}>
      {scopes.map(([scope, words, count]) => (
        <a
          key={scope}
          className="ss-chip"
          href={hrefOf(wanted, scope, null)}
          aria-current={wanted.scope === scope && wanted.chip === null ? 'true' : undefined}
        >
          {words} {count}
        </a>
      ))}
      <i aria-hidden="true" />
      {CHIPS.filter((chip) => shown.counts[chip] > 0 || wanted.chip === chip).map((chip) => (
        <a
          key={chip}
          className="ss-chip"
          href={hrefOf(wanted, wanted.scope, wanted.chip === chip ? null : chip)}
          aria-current={wanted.chip === chip ? 'true' : undefined}
        >
          {say(language, ...CHIP_WORDS[chip])} {shown.counts[chip]}
        </a>
      ))}
    </nav>
  )
}
