'use client'

import {
  FieldError,
  FieldLabel,
  useField,
  useFormFields,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'

const helpOf = (kind: unknown, isSet: boolean, language: DeskLanguage): string => {
  const what =
    kind === 'dingtalk'
      ? say(
          language,
          '机器人安全设置里选“加签”，把 SEC 开头的那一串粘进来',
          'The text that begins with SEC, where the robot is set to signing',
        )
      : say(
          language,
          '至少 8 个字符，和对方约好，用来验明是本镇发的',
          'Eight characters or more, agreed with whoever receives',
        )
  const kept = isSet
    ? say(
        language,
        '已经设过，谁也看不到；不改就空着。',
        'It is set, and nobody can read it; leave it empty to keep it.',
      )
    : say(language, '存好以后谁也看不到。', 'Once it is stored nobody can read it.')
  return `${what}${say(language, '。', '. ')}${kept}`
}

const TypedSecret = ({ field, path: given }: TextFieldClientProps) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const { disabled, errorMessage, path, setValue, showError, value } = useField<string>({
    potentiallyStalePath: given,
  })
  const kind = useFormFields(([fields]) => fields['kind']?.value)
  const isSet = useFormFields(([fields]) => Boolean(fields['secretAt']?.value))
  const id = `field-${path}`
  return (
    <div className={['field-type', 'text', showError && 'error'].filter(Boolean).join(' ')}>
      <FieldLabel label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} {...(errorMessage && { message: errorMessage })} />
        <input
          id={id}
          name={path}
          type="password"
          autoComplete="new-password"
          spellCheck={false}
          disabled={disabled}
          placeholder={isSet ? '••••••••••••' : ''}
          aria-describedby={`${id}-help`}
          value={value ?? ''}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <p className="field-description" id={`${id}-help`}>
        {helpOf(kind, isSet, language)}
      </p>
    </div>
  )
}

/** Typed, sent once, and shown to nobody afterwards (NTC-4). */
export const SecretField = withCondition(TypedSecret)
