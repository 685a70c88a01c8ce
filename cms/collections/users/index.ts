import type { CollectionConfig } from 'payload'
import { ROLES } from '../../../src/model/people.ts'
import { ROLE_WORDS } from '../../../src/lexicon/people.ts'
import { accessOf, hiddenFromVillages, mayAct } from '../../access/roles.ts'
import type { CmsEnvironment } from '../../base/environment.ts'
import { link, text } from '../../fields/basic.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { labels, words } from '../../base/words.ts'
import { noMailEndpoints } from './endpoints.ts'
import { foldSignIn, keepRoles, keepSignIn, longPassword, noMailOperations } from './hooks.ts'

/** The only collection that signs in; screens have keys, not accounts (CVE-2026-25574). */
export const users = (env: CmsEnvironment): CollectionConfig => ({
  slug: 'users',
  labels: labels('人员', 'Person', 'People'),
  admin: {
    hidden: hiddenFromVillages,
    useAsTitle: 'name',
    defaultColumns: ['name', 'username', 'roles', 'unit'],
  },
  auth: {
    // Whoever was made before there were short names signs in by mail as before.
    loginWithUsername: { allowEmailLogin: true, requireEmail: false, requireUsername: false },
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    useAPIKey: false,
    cookies: { sameSite: 'Strict', secure: env.publicUrl.startsWith('https:') },
  },
  access: {
    ...accessOf('users'),
    unlock: ({ req }) => mayAct(req.user, 'user.unlock'),
    admin: ({ req }) => Boolean(req.user),
  },
  endpoints: noMailEndpoints,
  hooks: {
    beforeOperation: [noMailOperations, foldSignIn],
    beforeValidate: [keepSignIn, longPassword],
    beforeChange: [keepRoles],
    beforeDelete: [
      refuseIfUsed(
        ['audit', 'actor'],
        ['submissions', 'submittedBy'],
        ['submissions', 'authors'],
        ['approvals', 'by'],
        ['approvals', 'to'],
        ['prints', 'printedBy'],
        ['postings', 'postedBy'],
        ['postings', 'takenDownBy'],
      ),
    ],
  },
  fields: [
    text('name', '姓名', 'Name', { required: true, maxLength: 40 }),
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: words('权限', 'Roles'),
      admin: {
        description: words(
          '编写、审核、签发一件内容的必须是三个人',
          'Who writes, reviews and issues one content must be three people',
        ),
      },
      options: ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
    },
    link('unit', '单位', 'Unit', 'units'),
  ],
})
