'use client'

import type { useDocumentInfo, useForm, useServerFunctions } from '@payloadcms/ui'
import type { FormState } from 'payload'
import type { Row } from '../../writing/values.ts'

const belongsTo = (path: string, fields: readonly string[]): boolean =>
  fields.some((field) => path === field || path.startsWith(`${field}.`))

/** What a reducer of Payload's takes for granted once its own merge has run. */
const whole = (state: FormState): FormState =>
  Object.fromEntries(
    Object.entries(state).map(([path, field]) => [
      path,
      { ...field, valid: field.valid !== false, passesCondition: field.passesCondition !== false },
    ]),
  )

export type FormAround = {
  readonly form: ReturnType<typeof useForm>
  readonly info: ReturnType<typeof useDocumentInfo>
  readonly getFormState: ReturnType<typeof useServerFunctions>['getFormState']
}

/**
 * Puts fields of a row into the open form, their rows and pickers with them; the others stay as they are typed.
 * @param id of the row; of a global it says nothing
 */
export const showFields = async (
  { form, info, getFormState }: FormAround,
  id: string | undefined,
  fields: readonly string[],
  row: Row,
): Promise<void> => {
  const slug = info.collectionSlug ?? info.globalSlug ?? ''
  const answer = await getFormState({
    ...(info.collectionSlug && id !== undefined && { id }),
    ...(info.collectionSlug ? { collectionSlug: info.collectionSlug } : { globalSlug: slug }),
    data: row,
    docPermissions: info.docPermissions as never,
    docPreferences: await info.getDocPreferences(),
    operation: 'update',
    renderAllFields: true,
    schemaPath: slug,
    skipValidation: true,
  })
  const fresh = whole((answer as { state?: FormState }).state ?? {})
  const paths = Object.keys(fresh).filter((path) => belongsTo(path, fields))
  for (const path of Object.keys(form.getFields()))
    if (belongsTo(path, fields) && !(path in fresh)) form.dispatchFields({ type: 'REMOVE', path })
  form.dispatchFields({
    type: 'UPDATE_MANY',
    formState: Object.fromEntries(paths.map((path) => [path, fresh[path]])) as FormState,
  })
}
