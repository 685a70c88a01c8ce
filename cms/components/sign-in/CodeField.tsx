import { say, type DeskLanguage } from '../../web/language.ts'
import { Field } from './Field.tsx'

type Props = {
  readonly language: DeskLanguage
  readonly value: string
  readonly set: (code: string) => void
  /** The first code of a phone: no recovery code takes its place. */
  readonly first?: boolean
  /** Whether there is one: without, only a recovery code is left. */
  readonly phone?: boolean
}

/** Six digits of the phone; a recovery code has letters, so the keyboard is not one of digits alone. */
export const CodeField = ({ language, value, set, first = false, phone = true }: Props) => (
  <Field
    name="code"
    label={
      phone
        ? say(language, '手机上的 6 位数字', 'The 6 digits on your phone')
        : say(language, '恢复码', 'Recovery code')
    }
    {...(!first && {
      hint: phone
        ? say(
            language,
            '手机不在身边，填一个恢复码，例如 abcde-fghjk',
            'Without your phone: a recovery code, such as abcde-fghjk',
          )
        : say(language, '例如 abcde-fghjk，每个只能用一次', 'Such as abcde-fghjk; each counts once'),
    })}
    autoComplete="one-time-code"
    {...(first && { inputMode: 'numeric' as const })}
    value={value}
    set={set}
  />
)
