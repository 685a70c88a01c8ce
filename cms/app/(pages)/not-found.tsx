import { TEXTS } from '../../../src/errors/codes.ts'
import styles from './demo/demo.module.css'

const NotFound = () => (
  <main className={styles['absent']}>
    <h1>{TEXTS.DEMO_ONLY.zh}</h1>
    <p>{TEXTS.DEMO_ONLY.en}</p>
    <p>
      <a className={styles['primary']} href="/admin">
        进入管理后台
      </a>
    </p>
  </main>
)

export default NotFound
