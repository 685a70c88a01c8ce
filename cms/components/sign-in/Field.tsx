import type { Fault } from '../../web/desk.ts'

type Props = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'password'
  readonly autoComplete: string
  readonly inputMode?: 'numeric'
  /** Characters it holds. */
  readonly most?: number
  readonly value: string
  readonly set: (value: string) => void
}

export const Field = ({
  name,
  label,
  hint,
  type = 'text',
  autoComplete,
  inputMode,
  most,
  value,
  set,
}: Props) => (
  <div className="ss-sign-in__field">
    <label htmlFor={`field-${name}`}>{label}</label>
    <input
      id={`field-${name}`}
      name={name}
      type={type}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      required
      {...(inputMode && { inputMode })}
      {...(most && { maxLength: most })}
      {...(hint && { 'aria-describedby': `hint-${name}` })}
      value={value}
      onChange={(event) => set(event.target.value)}
    />
    {hint && (
      <small id={`hint-${name}`} className="ss-secondary">
        {hint}
      </small>
    )}
  </div>
)

export const Faults = ({ faults }: { readonly faults: readonly Fault[] }) => (
  <div role="alert" className="ss-sign-in__faults">
    {faults.map(({ message }) => (
      <p key={message} className="ss-fault">
        {message}
      </p>
    ))}
  </div>
)
