'use client'

import type { DeskLanguage } from '../../web/language.ts'
import { PACK_WORDS, usePack } from '../../web/use-pack.ts'

type Props = { readonly release: string; readonly language: DeskLanguage }

/** The release as a file for WeChat and newspapers. */
export const Pack = ({ release, language }: Props) => {
  const { state, faults, pack } = usePack(release, language)
  const words = PACK_WORDS[language]
  return (
    <section className="ss-panel">
      <h2>{words.title}</h2>
      <p className="ss-secondary">{words.lead}</p>
      {faults.map(({ message }) => (
        <p className="ss-fault" role="alert" key={message}>
          {message}
        </p>
      ))}
      <button
        type="button"
        className="ss-button"
        data-pack={state}
        disabled={state === 'busy'}
        onClick={() => void pack()}
      >
        {state === 'busy' ? words.packing : words.pack}
      </button>
      {state === 'saved' && (
        <p className="ss-secondary" role="status">
          {words.saved}
        </p>
      )}
    </section>
  )
}
