import styles from './absent.module.css'

/** The page for an unknown address: says so in both languages, and offers the one way on. */
export const Absent = ({ zh, en }: { readonly zh: string; readonly en: string }) => (
  <main className={styles['absent']}>
    <h1>{zh}</h1>
    <p>{en}</p>
    <p>
      <a className={styles['primary']} href="/admin">
        进入管理后台
      </a>
    </p>
  </main>
)
