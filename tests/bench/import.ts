/**
 * `npm run bench -- import`: a list of 500 cases in Excel, from the yes of an editor until all of them are drafts, as his page
 * hears it; and how long a colleague who saves a draft meanwhile waits. The control is that save while nobody imports.
 */
import { signIn, type Api, type Created } from '../e2e/api.ts'
import { personOf } from '../e2e/desk.ts'
import { startServer, type Server } from '../e2e/server.ts'
import { xlsxOf } from '../builders/office.ts'
import { finish, quantile, row } from './report/rows.ts'

const ROWS = Number(process.env['IMPORT_ROWS'] ?? 500)
const GOAL_S = 10
const SAVE_GOAL_MS = 1_000
const ASK_MS = 200

const list = () =>
  xlsxOf({
    name: '案例',
    rows: [
      ['标题', '骗局类别', '经过', '损失', '从哪里来', '有效期'],
      ...Array.from({ length: ROWS }, (_, i) => [
        `领鸡蛋的讲座，第${i + 1}回`,
        '投资养老',
        `张大妈在公园领鸡蛋，这是第${i + 1}回。跟去听课，头两个月真返钱。第三个月公司搬空。`,
        '3.5万元',
        '电话、微信',
        '2027-10-11',
      ]),
    ],
  })

type Told = { readonly digest: string; readonly rows: readonly { readonly state: string }[] }

const sent = async <Value>(server: Server, cookie: string, path: string, form: FormData): Promise<Value> => {
  const answer = await fetch(`${server.origin}/api${path}`, {
    method: 'POST',
    headers: { cookie },
    body: form,
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Value
}

const formWith = (bytes: Uint8Array, more: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  form.set('file', new File([bytes as BlobPart], '台账.xlsx'))
  for (const [name, value] of Object.entries({ collection: 'cases', ...more })) form.set(name, value)
  return form
}

/** How long one save of a draft takes, in ms. */
const saved = async (api: Api, id: string, i: number): Promise<number> => {
  const from = performance.now()
  await api.patch(`/api/cases/${id}?draft=true`, { lesson: `先问儿女 ${i}` })
  return performance.now() - from
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const server = await startServer({})
try {
  const author = await signIn(server.origin, personOf(server, 'author'))
  const { doc } = await author.post<Created>('/api/cases?draft=true', { title: '同事的一件' })
  const alone: number[] = []
  for (let i = 0; i < 20; i += 1) alone.push(await saved(author, doc.id, i))
  const bytes = await list()
  const begun = performance.now()
  const told = await sent<Told>(server, author.cookie, '/imports/look', formWith(bytes, {}))
  const looked = performance.now()
  const ready = told.rows.filter(({ state }) => state === 'ready').length
  const more = { digest: told.digest, ready: String(ready), withoutFaulty: 'false' }
  const { id } = await sent<{ id: string }>(server, author.cookie, '/imports', formWith(bytes, more))
  const meanwhile: number[] = []
  let steps = 0
  let last = -1
  for (let i = 0; ; i += 1) {
    const { made, state } = await author.get<{ made: number; state: string }>(`/api/imports/${id}`)
    if (made !== last) steps += 1
    last = made
    if (state !== 'running') break
    meanwhile.push(await saved(author, doc.id, 100 + i))
    await pause(ASK_MS)
  }
  const over = performance.now()
  if (last !== ROWS) throw new Error(`${last} of ${ROWS} were made`)
  finish(
    [
      row(`a list of ${ROWS} rows looked at`, (looked - begun) / 1000, 's', GOAL_S),
      row(
        `from the yes until ${ROWS} drafts stand, told in ${steps} steps`,
        (over - looked) / 1000,
        's',
        GOAL_S,
      ),
      row('a colleague saves a draft meanwhile, p95', quantile(meanwhile, 0.95), 'ms', SAVE_GOAL_MS, {
        name: 'while nobody imports, p95',
        value: quantile(alone, 0.95),
      }),
    ],
    process.argv,
  )
} finally {
  await server.destroy()
}
