import { FRAUD_WORDS } from '../../../../src/lexicon/content.ts'
import { readRecall } from '../../../postings/recall.ts'
import { PrintPage } from './PrintPage.tsx'
import { Head } from './Head.tsx'
import { villager } from './villager.ts'

export const dynamic = 'force-dynamic'
export const metadata = { title: '印海报 · 银盾 Silver Shield' }

const Page = async () => {
  const { payload, user, language, unit, demo } = await villager('/print')
  const recalls = (await readRecall({ payload, user })).length
  const classes = Object.fromEntries(
    Object.entries(FRAUD_WORDS).map(([name, words]) => [name, words[language]]),
  )
  return (
    <>
      <Head language={language} here="print" unit={unit} demo={demo} recalls={recalls} />
      <PrintPage language={language} classes={classes} />
    </>
  )
}

export default Page
