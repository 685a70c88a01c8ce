'use client'

import { useRef, type DragEvent } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'
import { ImportRows } from './ImportRows.tsx'
import { ImportSummary } from './ImportSummary.tsx'
import { countOf, type Kind, type Progress, type Told } from './told.ts'
import { useImport } from './useImport.ts'

type ChooseProps = {
  readonly chosen: Kind
  readonly busy: boolean
  readonly onFile: (file: File) => void
  readonly language: DeskLanguage
}

/** Where a file is chosen or let fall. */
const Choose = ({ chosen, busy, onFile, language }: ChooseProps) => {
  const picker = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = [...event.dataTransfer.files]
    if (file && !busy) onFile(file)
  }
  return (
    <div className="ss-import__choose" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <button
        type="button"
        id="import-file"
        className="ss-button ss-button--primary"
        disabled={busy}
        onClick={() => picker.current?.click()}
      >
        {say(language, '选择文件', 'Choose a file')}
      </button>
      <a className="ss-button" href={`/api/imports/template/${chosen.collection}`} download>
        {say(language, `下载${chosen.name}模板`, `Template for ${chosen.name.toLowerCase()}`)}
      </a>
      <p className="ss-secondary">
        {say(
          language,
          'Excel 表格（.xlsx）或 Word 文档（.docx），也可以把文件拖到这里。现成的台账不用改，认得出列名就行。',
          'Excel (.xlsx) or Word (.docx); a file may be dropped here. Lists need no change as long as their headings are known.',
        )}
      </p>
      <input
        ref={picker}
        type="file"
        name="import"
        accept=".xlsx,.docx"
        hidden
        onChange={(event) => {
          const [file] = [...(event.target.files ?? [])]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}

const Kinds = ({ kinds, chosen }: { readonly kinds: readonly Kind[]; readonly chosen: Kind }) => (
  <nav className="ss-chips">
    {kinds.map(({ collection, name }) => (
      <a
        key={collection}
        className="ss-chip"
        href={`?kind=${collection}`}
        aria-current={collection === chosen.collection ? 'true' : undefined}
      >
        {name}
      </a>
    ))}
  </nav>
)

type YesProps = {
  readonly told: Told
  readonly busy: boolean
  readonly onTake: (withoutFaulty: boolean) => void
  readonly language: DeskLanguage
}

/** All, or by a choice of its own those without faults. */
const Yes = ({ told, busy, onTake, language }: YesProps) => {
  const [ready, faulty] = [countOf(told, 'ready'), countOf(told, 'faulty')]
  if (ready === 0) return null
  return (
    <div className="ss-import__yes">
      {faulty === 0 ? (
        <button
          type="button"
          id="import-all"
          className="ss-button ss-button--primary"
          disabled={busy}
          onClick={() => onTake(false)}
        >
          {say(language, `全部导入，${ready} 件`, `Take all ${ready}`)}
        </button>
      ) : (
        <>
          <p>
            {say(
              language,
              `还有 ${faulty} 行有错。改好文件再选一次，就能全部导入；也可以`,
              `${faulty} rows have faults. Mend the file and choose it again to take all, or`,
            )}
          </p>
          <button
            type="button"
            id="import-faultless"
            className="ss-button"
            disabled={busy}
            onClick={() => onTake(true)}
          >
            {say(language, `只导入没有错误的 ${ready} 行`, `Take the ${ready} rows without faults`)}
          </button>
        </>
      )}
    </div>
  )
}

const overWords = ({ state, of, made }: Progress, language: DeskLanguage): string => {
  if (state === 'done')
    return say(language, `导入了 ${of} 件，都是您的草稿。`, `${of} are in, as drafts of yours.`)
  if (state === 'undone')
    return say(
      language,
      '没有导入成功，已经写入的全部撤回了，一件也没有留下。请再试一次。',
      'It was not finished; what had been stored was taken back. Try again.',
    )
  return say(language, `正在导入：${made} / ${of}`, `Taking in ${made} of ${of}`)
}

const Over = ({ progress, language }: { readonly progress: Progress; readonly language: DeskLanguage }) => (
  <div className="ss-panel ss-import__over" role="status">
    <p>
      <strong>{overWords(progress, language)}</strong>
    </p>
    {progress.state === 'running' && (
      <progress
        max={progress.of}
        value={progress.made}
        aria-label={say(language, '导入的进度', 'Progress of the import')}
      />
    )}
    {progress.state === 'done' && (
      <a
        className="ss-button ss-button--primary"
        href={`/admin/collections/${progress.collection}?scope=mine`}
      >
        {say(language, '去看这些草稿', 'See the drafts')}
      </a>
    )}
  </div>
)

type Props = { readonly kinds: readonly Kind[]; readonly chosen: Kind; readonly language: DeskLanguage }

/** Choose, look, say yes, and see how far it is. */
export const ImportPanel = ({ kinds, chosen, language }: Props) => {
  const { now, look, take } = useImport(chosen.collection, language)
  const { busy, faults, looked, progress } = now
  return (
    <>
      <p className="ss-secondary">
        {say(
          language,
          '把现成的表格、文档变成您的草稿：先看一遍认得对不对，再导入。不会送审，不会上屏。',
          'Lists and documents become drafts of yours: look at what was understood, then take it in. Nothing is sent in or shown.',
        )}
      </p>
      <Kinds kinds={kinds} chosen={chosen} />
      <Choose chosen={chosen} busy={busy} onFile={(file) => void look(file)} language={language} />
      {busy && !progress && (
        <p className="ss-secondary" role="status">
          {say(language, '正在看这个文件…', 'Looking at the file …')}
        </p>
      )}
      {faults.map(({ message }) => (
        <p key={message} className="ss-fault" role="alert">
          {message}
        </p>
      ))}
      {progress && <Over progress={progress} language={language} />}
      {looked && !progress && (
        <>
          <ImportSummary told={looked.told} file={looked.file.name} language={language} />
          <Yes told={looked.told} busy={busy} onTake={(without) => void take(without)} language={language} />
          <ImportRows told={looked.told} language={language} />
        </>
      )}
    </>
  )
}
