import { readRecall } from '../../../../postings/recall.ts'
import { Head } from '../Head.tsx'
import { readHung } from '../hung.ts'
import styles from '../print.module.css'
import { villager } from '../villager.ts'
import { printWords } from '../words.ts'
import { Village } from './Village.tsx'

export const dynamic = 'force-dynamic'
export const metadata = { title: '张贴清单 · 银盾 Silver Shield' }

/** What hangs where, by village. */
const Page = async () => {
  const { payload, user, language, unit, demo } = await villager('/print/hung')
  const words = printWords(language)
  const recalls = (await readRecall({ payload, user })).length
  const villages = await readHung(payload, user)
  return (
    <>
      <Head language={language} here="hung" unit={unit} demo={demo} recalls={recalls} />
      <main className={styles['main']}>
        <h1>{words.tabs.hung}</h1>
        <p className={styles['lead']}>{villages.length === 0 ? words.noHung : words.hungLead}</p>
        {villages.map((village) => (
          <Village key={village.unit} village={village} language={language} alone={villages.length === 1} />
        ))}
      </main>
    </>
  )
}

export default Page
