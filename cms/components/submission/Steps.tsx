type Step = {
  readonly name: string
  /** Who took it, or takes it; empty where that is not known. */
  readonly by: string
  readonly state: 'done' | 'now' | 'ahead' | 'stopped'
}

const SIGNS = { done: '✓', stopped: '✕' } as const

/** The way of a content to the screens: who took which step, whose turn it is, what comes. */
export const Steps = ({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) => (
  <ol className="ss-track" aria-label={label}>
    {steps.map(({ name, by, state }, n) => (
      <li
        key={name}
        className={`ss-track__one ss-track__one--${state}`}
        {...(state === 'now' && { 'aria-current': 'step' as const })}
      >
        <i aria-hidden="true">{state === 'done' || state === 'stopped' ? SIGNS[state] : n + 1}</i>
        <b>{name}</b>
        <span>{by}</span>
      </li>
    ))}
  </ol>
)
