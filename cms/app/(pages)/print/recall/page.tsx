import { readRecall } from '../../../../postings/recall.ts'
import { Head } from '../Head.tsx'
import styles from '../print.module.css'
import { villager } from '../villager.ts'
import { printWords } from '../words.ts'
import { Recall } from './Recall.tsx'

export const dynamic = 'force-dynamic'
export const metadata = { title: '要换下的 · 银盾 Silver Shield' }

const Page = async () => {
  const { payload, user, language, unit, demo } = await villager('/print/recall')
  const words = printWords(language)
  const items = await readRecall({ payload, user })
  return (
    <>
      <Head language={language} here="recall" unit={unit} demo={demo} recalls={items.length} />
      <main className={styles['main']}>
        <h1>{words.tabs.recall}</h1>
        <p className={styles['lead']}>{items.length === 0 ? words.noRecall : words.recallLead}</p>
        <Recall items={items} language={language} />
      </main>
    </>
  )
}

export default Page
