import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { partSaid, readSaid, type Statement } from '../../report/index.ts'
import { openKeys, sha256Hex } from '../disk/keys.ts'

/** What a file is, for who has it and the folder of the town, and nothing else: no server and no network. */
export type FileLook =
  | { readonly at: 'whole' | 'altered'; readonly statement: Statement }
  | { readonly at: 'foreign' | 'unsigned' | 'no-file' | 'no-town' }

/** AUD-5: by the key in DATA_DIR alone; the folder is only read, and nothing is made in it. */
export const verifyFile = (path: string, dataDir: string): FileLook => {
  if (!existsSync(path)) return { at: 'no-file' }
  if (!['town.pem', 'records.pem', 'session-secret'].every((name) => existsSync(join(dataDir, 'keys', name))))
    return { at: 'no-town' }
  const { pdf, said: line } = partSaid(readFileSync(path))
  const said = line === null ? null : readSaid(line)
  if (!said) return { at: 'unsigned' }
  const { statement, signature } = said
  const { records } = openKeys(dataDir)
  if (!records.holds('report', statement, signature, Date.parse(statement.at))) return { at: 'foreign' }
  return { at: statement.pdf === sha256Hex(pdf) ? 'whole' : 'altered', statement }
}

const SAID: Readonly<Record<FileLook['at'], string>> = {
  whole: '✓ 本镇签的，一个字节都没改 Signed by this town, not one byte changed',
  altered: '✕ 文件被改过：签名是本镇的，内容不是签的那一份 Changed: signed by this town for other bytes',
  foreign: '✕ 不是本镇签的，或签名那一行被改过 Not signed by this town, or its line was changed',
  unsigned:
    '✕ 文件后面没有签名那一行；在 /v/report 上查，服务器认得原来的内容 No signed line behind the file; ask /v/report, which knows the bytes themselves',
  'no-file': '✕ 没有这个文件 No such file',
  'no-town': '✕ DATA_DIR 里没有这个镇的密钥 No keys of a town in DATA_DIR',
}

/** The sentences of `npm run verify`, the verdict first. */
export const fileLookWords = (look: FileLook): readonly string[] => {
  if (!('statement' in look)) return [SAID[look.at]]
  const { code, count, name, at, head, headHash, asked } = look.statement
  return [
    SAID[look.at],
    `  核验码 code       ${code}`,
    `  条数 rows         ${count}`,
    `  条件 asked        ${asked === '' ? '全部 all' : asked}`,
    `  导出人 by         ${name}`,
    `  时间 at           ${at}`,
    `  记录到 log up to  ${head} ${headHash}`,
  ]
}
