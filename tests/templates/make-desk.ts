/** A process of its own: `make-desk <folder> <mongodb:// or nothing>`. Tells its parent what `DeskTemplate` holds. */
import { getPayload, type Payload } from 'payload'
import { configOf } from '../../cms/config.ts'
import { fillPorts } from '../../cms/base/ports.ts'
import { PASSWORD, PEOPLE, PERSON_NAMES, type PersonName } from '../builders/people.ts'
import { environmentIn } from '../contract/cms/databases.ts'
import { fakeKey, fakePorts } from '../fakes/ports.ts'
import type { DeskTemplate } from './kinds.ts'

const make = async (payload: Payload, name: PersonName) => {
  const { email, name: said, roles } = PEOPLE[name]
  const { id } = await payload.create({
    collection: 'users',
    data: { email, name: said, roles: [...roles], password: PASSWORD },
    overrideAccess: true,
  })
  const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return { id: String(id), token: String(token) }
}

const [, , dataDir = '', databaseUri = ''] = process.argv
const key = fakeKey()
fillPorts(fakePorts(key))
const payload = await getPayload({ config: await configOf(environmentIn(dataDir, databaseUri)) })
const ids: Partial<Record<PersonName, string>> = {}
const tokens: Partial<Record<PersonName, string>> = {}
// One after the other, as their rows stand in the audit.
for (const name of PERSON_NAMES) {
  const { id, token } = await make(payload, name)
  ids[name] = id
  tokens[name] = token
}
await payload.destroy()
process.send?.({
  dataDir,
  databaseUri,
  key: String(key.export({ format: 'pem', type: 'pkcs8' })),
  ids: ids as DeskTemplate['ids'],
  tokens: tokens as DeskTemplate['tokens'],
} satisfies DeskTemplate)
process.disconnect()
