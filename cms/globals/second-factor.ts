import type { Field, GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { FACTOR_RULES, factorRule } from '../../src/review/second-factor.ts'
import { words } from '../base/words.ts'
import { requireFresh } from '../factors/prove.ts'
import { endUnprovenOfAll } from '../factors/rule.ts'

type Row = { readonly secondFactor?: unknown } | undefined

const ruleIn = (row: Row) => factorRule(row?.secondFactor)

/** Whether the town asks issuers and administrators for a second factor. */
export const factorField: Field = {
  name: 'secondFactor',
  type: 'select',
  defaultValue: 'off',
  label: words('第二道验证', 'Second factor'),
  // A stranger reads the town's name and nothing else (CMS-43).
  access: { read: ({ req }) => Boolean(req.user) },
  options: FACTOR_RULES.map((value) => ({
    value,
    label:
      value === 'off'
        ? words('自愿：谁设了谁用', 'Voluntary: who set one up uses it')
        : words('签发人和管理员必须用', 'Required of issuers and administrators'),
  })),
  admin: {
    description: words(
      '必须用时：他们登录要再用通行密钥或手机上的 6 位数字验证，签发案例和套路揭秘前 15 分钟内也要验证过。打开前您自己要先设好',
      'When required they sign in with a passkey or a code of their phone, and issue cases and techniques within 15 minutes of one. Set up your own first',
    ),
  },
}

/** Whoever turns it on or off has just proven his own, so that nobody locks himself out, or others' locks open (PPL-11). */
export const keepFactorRule: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const stored = ruleIn(originalDoc as Row)
  const given = (data as Row)?.secondFactor == null ? stored : ruleIn(data as Row)
  if (given !== stored && req.user) await requireFresh(req)
  return { ...data, secondFactor: given }
}

export const sayFactorRule: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (ruleIn(doc as Row) === 'required' && ruleIn(previousDoc as Row) === 'off') await endUnprovenOfAll(req)
  return doc
}
