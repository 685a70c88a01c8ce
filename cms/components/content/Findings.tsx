'use client'

import { useForm, useTranslation } from '@payloadcms/ui'
import type { Told } from '../../workflow/preview.ts'
import { dayWords, deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { labelOf } from '../writing/labels.ts'
import { useEntity, useFormName } from '../writing/useSaver.ts'
import { isMissing, signOf, type Finding } from './findings.ts'
import { goToField } from './go-to-field.ts'
import { putReason, useLive } from './live.ts'
import { useMend } from './useMend.ts'

type Props = {
  readonly findings: readonly Finding[]
  readonly told: Told | undefined
  readonly isPressed: boolean
}

/** What is well: where it fits, and when the number on it was verified. */
export const goodWords = ({ screens, hotline }: Told, notes: number, language: DeskLanguage): string => {
  const all = notes === 0
  const fits = all
    ? say(language, `${screens} 块屏都放得下，字都够大。`, `It fits all ${screens} screens, large enough.`)
    : say(language, `${screens} 块屏放得下，字都够大。`, `It fits ${screens} screens, large enough.`)
  const day = hotline?.verifiedOn ? dayWords(hotline.verifiedOn, language) : ''
  const number = hotline?.number ?? ''
  if (day === '' || number === '') return fits
  return fits + say(language, `${number} 是 ${day} 核对的。`, ` ${number} was verified ${day}.`)
}

/** Why it may stay: a named person's word, kept with what is sent in (CHK-14). */
const Reason = ({ finding }: { readonly finding: Finding }) => {
  const name = useFormName()
  const { reasons } = useLive(name)
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const words = say(language, '可以留着的理由，例如：是化名', 'Why it may stay, such as: not his real name')
  return (
    <input
      className="ss-reason"
      type="text"
      maxLength={200}
      aria-label={`${finding.sentence} ${words}`}
      placeholder={words}
      value={reasons[finding.code] ?? ''}
      onChange={(event) => putReason(name, finding.code, event.target.value)}
    />
  )
}

const Line = ({ finding, isAsked }: { readonly finding: Finding; readonly isAsked: boolean }) => {
  const form = useForm()
  const fields = useEntity()?.fields ?? []
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const mend = useMend()
  const { field, remedy, sentence, level } = finding
  const label = field === undefined ? '' : labelOf(fields, field, i18n)
  return (
    <li className={`ss-finding ss-finding--${level}`}>
      <b className={`ss-sign ss-sign--${level}`}>{signOf(level, language)}</b>
      <span>
        {label !== '' && (
          <button type="button" className="ss-link" onClick={() => goToField(form, field ?? '')}>
            {label}
          </button>
        )}
        {sentence}
        {isAsked && <Reason finding={finding} />}
      </span>
      {remedy && field !== undefined && (
        <button
          type="button"
          className="ss-button ss-button--small"
          onClick={() =>
            mend({ field, ...(finding.hint !== undefined && { hint: finding.hint }) }, remedy.becomes)
          }
        >
          {remedy.verb}
        </button>
      )}
    </li>
  )
}

/**
 * Everything that is said of the words, as sentences: what stops first, then what is asked, then what is good to know.
 * Fields nobody has filled in are wrong only once 送审 was pressed; before that the sentence beside it names them.
 */
export const Findings = ({ findings, told, isPressed }: Props) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const of = (level: Finding['level']) => findings.filter((one) => one.level === level)
  const stops = of('stop').filter((one) => isPressed || !isMissing(one))
  const [asks, notes] = [of('ask'), of('note')]
  const isWell = told !== undefined && of('stop').length === 0 && told.screens > 0
  if (stops.length + asks.length + notes.length === 0 && !isWell) return null
  const list = (name: string, all: readonly Finding[]) =>
    all.length > 0 && (
      <ul className={name}>
        {all.map((one) => (
          <Line
            key={`${one.field} ${one.hint} ${one.code} ${one.sentence}`}
            finding={one}
            isAsked={one.level === 'ask' && all.find(({ code }) => code === one.code) === one}
          />
        ))}
      </ul>
    )
  return (
    <section className="ss-findings" aria-live="polite">
      {list('ss-faults', stops)}
      {list('ss-finding-asks', asks)}
      {isWell && (
        <p className="ss-finding ss-finding--good">
          <b className="ss-sign ss-sign--good" aria-hidden="true">
            ✓
          </b>
          <span>{goodWords(told, notes.length, language)}</span>
        </p>
      )}
      {list('ss-notes', notes)}
    </section>
  )
}
