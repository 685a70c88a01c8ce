import type { CollectionConfig } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { accessOf, hiddenFromVillages, mayAct } from '../../access/roles.ts'
import type { CmsEnvironment } from '../../base/environment.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { labels } from '../../base/words.ts'
import { personFields } from './fields.ts'
import { mailMe } from '../../notices/mail-me.ts'
import { makePerson, noMailEndpoints } from './endpoints.ts'
import { factorDoors } from './factor-doors.ts'
import { dropWithPerson, keepFactor, noteCopied } from './factor.ts'
import { foldSignIn, keepRoles, keepSignIn, noMailOperations } from './hooks.ts'
import { endSessions } from './sessions.ts'
import { leaveTown } from './leaving.ts'
import { heldBack, keepPassword, ownPassword } from './passwords.ts'

/** The only collection that signs in; screens have keys, not accounts (CVE-2026-25574). */
export const users = (env: CmsEnvironment, { all }: ContentKinds): CollectionConfig => ({
  slug: 'users',
  labels: labels('人员', 'Person', 'People'),
  admin: {
    hidden: hiddenFromVillages,
    useAsTitle: 'name',
    defaultColumns: ['name', 'username', 'roles', 'unit', 'secondFactor', 'leftTown'],
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
  endpoints: [makePerson, ownPassword, endSessions, ...factorDoors, ...noMailEndpoints],
  hooks: {
    beforeOperation: [noMailOperations, foldSignIn],
    beforeValidate: [keepSignIn, keepPassword],
    beforeLogin: [heldBack],
    beforeChange: [keepRoles, leaveTown, keepFactor],
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
        ['poster-templates', 'installedBy'],
        ...all.map(({ collection }) => [collection, 'contributors'] as const),
      ),
    ],
    afterDelete: [dropWithPerson],
    afterError: [noteCopied],
  },
  fields: [...personFields, mailMe(env)],
})
