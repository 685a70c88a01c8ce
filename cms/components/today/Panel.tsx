type PanelProps = {
  readonly title: string
  readonly empty: string
  readonly children: readonly React.ReactNode[]
}

/** A box of lines on the first page; says what to do next where it is empty. */
export const Panel = ({ title, empty, children }: PanelProps) => (
  <section className="ss-panel ss-lines">
    <h2>{title}</h2>
    {children.length === 0 ? <p className="ss-secondary">{empty}</p> : <ul>{children}</ul>}
  </section>
)
