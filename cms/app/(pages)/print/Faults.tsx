import type { Fault } from '../../../web/answer.ts'
import styles from './print.module.css'

type Props = { readonly faults: readonly Fault[]; readonly kind: 'stop' | 'care' }

/** Each fault a sentence, beside the thing it is about; a sign says it too, not only the colour. */
export const Faults = ({ faults, kind }: Props) =>
  faults.length === 0 ? null : (
    <ul className={styles[kind]} role={kind === 'stop' ? 'alert' : 'status'}>
      {faults.map(({ code, message }) => (
        <li key={`${code} ${message}`}>{message}</li>
      ))}
    </ul>
  )
