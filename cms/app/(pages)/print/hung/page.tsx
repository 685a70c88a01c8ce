import { formatCode } from '../../../../../src/poster/check-code.ts'
import { readRecall } from '../../../../print/recall.ts'
import { dayWords } from '../days.ts'
import { Head } from '../Head.tsx'
import { readHung } from '../hung.ts'
import hungStyles from '../hung.module.css'
import styles from '../print.module.css'
import { villager } from '../villager.ts'
import { printWords } from '../words.ts'

export const dynamic = 'force-dynamic'
export const metadata = { title: '张贴清单 · 银盾 Silver Shield' }

/** What hangs where, by village; what came down stands last, pale. */
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
        {villages.map(({ name, postings }) => (
          <section key={name}>
            {villages.length > 1 && <h2 className={hungStyles['village']}>{name}</h2>}
            <ul className={hungStyles['hung']}>
              {postings.map((posting) => (
                <li
                  key={posting.id}
                  className={posting.takenDownAt === null ? undefined : hungStyles['gone']}
                >
                  {posting.photo !== null && (
                    <img src={posting.photo} alt={words.photoOf(posting.title)} loading="lazy" />
                  )}
                  <div>
                    <strong>{posting.place || words.noPlace}</strong>
                    <span>{posting.title}</span>
                    <span className={styles['small']}>
                      {words.hungOn(dayWords(posting.postedAt, language))}
                      {words.comma}
                      {posting.takenDownAt === null
                        ? words.hungUntil(dayWords(posting.until, language))
                        : words.takenDown(dayWords(posting.takenDownAt, language))}
                    </span>
                    <a className={styles['small']} href={`/v/${formatCode(posting.code)}`}>
                      {words.code} {formatCode(posting.code)}
                    </a>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  )
}

export default Page
