'use client'

import type { DeskLanguage } from '../../../web/language.ts'
import chooseStyles from './choose.module.css'
import { printWords } from './words.ts'

type Props = {
  readonly language: DeskLanguage
  readonly step: 'template' | 'printer'
  readonly content: string
  readonly template: string | undefined
  readonly toContent: () => void
  readonly toTemplate: () => void
}

/** What is chosen so far; each can be chosen anew. */
export const StepBar = ({ language, step, content, template, toContent, toTemplate }: Props) => {
  const words = printWords(language)
  return (
    <ol className={chooseStyles['steps']}>
      <li>
        <button type="button" onClick={toContent} aria-label={`${words.change}：${words.steps.content}`}>
          <span>{words.steps.content}</span>
          <strong>{content}</strong>
        </button>
      </li>
      <li aria-current={step === 'template' ? 'step' : undefined}>
        {step === 'printer' ? (
          <button type="button" onClick={toTemplate} aria-label={`${words.change}：${words.steps.template}`}>
            <span>{words.steps.template}</span>
            <strong>{template}</strong>
          </button>
        ) : (
          <span>{words.steps.template}</span>
        )}
      </li>
      <li aria-current={step === 'printer' ? 'step' : undefined}>
        <span>{words.steps.printer}</span>
      </li>
    </ol>
  )
}
