import type { AdminViewServerProps } from 'payload'
import { mayAct } from '../../access/roles.ts'
import { ports } from '../../base/ports.ts'
import { say } from '../../web/language.ts'
import { OwnPage } from '../OwnPage.tsx'
import { ImportPanel } from './ImportPanel.tsx'

/** 导入: a file of an office, looked at row by row, then made drafts (IMP-30). */
export const Import = (props: AdminViewServerProps) => (
  <OwnPage {...props} path="import">
    {(user, language) => {
      const kinds = ports()
        .kinds.all.filter(({ columns }) => columns)
        .map(({ collection, names: { zh, plural } }) => ({ collection, name: say(language, zh, plural) }))
      const asked = props.searchParams?.['kind']
      const chosen = kinds.find(({ collection }) => collection === asked) ?? kinds[0]
      return (
        <div className="ss-view ss-import">
          <h1>{say(language, '导入', 'Import')}</h1>
          {mayAct(user, 'content.import') && chosen ? (
            <ImportPanel key={chosen.collection} kinds={kinds} chosen={chosen} language={language} />
          ) : (
            <p className="ss-panel">
              {say(language, '能写内容的人才能导入。', 'Only who writes contents may import.')}
            </p>
          )}
        </div>
      )
    }}
  </OwnPage>
)
