import type { Payload, TypedUser } from 'payload'
import { ROLE_WORDS, stepWord } from '../../../src/lexicon/people.ts'
import { mayRows } from '../../access/roles.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { readStuck } from '../../workflow/stuck.ts'
import { titlesOf, type Line } from './line.ts'

type Asking = { readonly payload: Payload; readonly user: TypedUser; readonly language: DeskLanguage }

/** What no person of the town may take further, for who can give somebody the role (DESK-93). */
export const stuckLine = async ({ payload, user, language }: Asking): Promise<readonly Line[]> => {
  if (!mayRows(user, 'users', 'create')) return []
  const stuck = await readStuck(payload)
  if (stuck.length === 0) return []
  const lacking = new Set(
    stuck.map(({ steps, at }) => {
      const [step, role] = [
        stepWord(steps, at)[language],
        ROLE_WORDS[steps[at]?.role ?? 'reviewer'][language],
      ]
      return say(language, `${step}还缺一位“${role}”`, `${step} lacks a person with the role ${role}`)
    }),
  )
  return [
    {
      key: 'stuck',
      words: say(
        language,
        `${stuck.length} 件没有人能审：${[...lacking].join('，')}`,
        `${stuck.length} ${stuck.length === 1 ? 'waits' : 'wait'} for nobody: ${[...lacking].join(', ')}`,
      ),
      more: titlesOf({ count: stuck.length, first: stuck }, language),
      verb: say(language, '去加人', 'Add somebody'),
      href: '/admin/collections/users',
    },
  ]
}
