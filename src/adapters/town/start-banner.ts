import { join } from 'node:path'
import type { Env } from '../process/env.ts'
import { lanAddresses } from '../web/listen.ts'
import { PASSWORDS_FILE } from '../disk/passwords-file.ts'

export type StartBanner = {
  readonly env: Env
  readonly port: number
  readonly demo: boolean
  readonly seconds: number
  /** Set when people were made at this start. */
  readonly passwords: 'file' | { readonly username: string; readonly password: string } | null
}

const isLocal = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/**
 * What plain http costs a screen, and how to let screens and offices in: for many installers these lines are all they
 * read.
 */
const opening = (env: Env): readonly string[] =>
  isLocal(env.host)
    ? [
        '现在只有本机能打开。要让大屏和办公室电脑连上来：',
        'Only this machine can reach it now. To open it to screens and offices:',
        '  HOST=0.0.0.0 PUBLIC_URL=https://您的域名 npm start',
        '不用 https 时（局域网 http）：大屏照样播放、断网照样播放；但同一网络里的人能在屏下次打开时换掉播放页，服务器不在时重启浏览器会打不开。',
        'Without https: screens play and survive a cut network, but who is on that network can give them another page at',
        'their next start, and they cannot start afresh while the server is away.',
      ]
    : env.publicUrl?.startsWith('https:')
      ? []
      : [
          '没有 https：同一网络里的人能在屏下次打开时换掉播放页，服务器不在时大屏重启会打不开。请设 PUBLIC_URL=https://…',
          'No https: who is on this network can give a screen another page at its next start, and it cannot start while the server is away. Set PUBLIC_URL=https://…',
        ]

const firstPeople = ({ env, passwords }: StartBanner): readonly string[] => {
  if (passwords === null) return []
  if (passwords !== 'file') {
    const { username, password } = passwords
    return [
      `首位管理员 First administrator 登录名 sign-in name: ${username}   密码 password: ${password}   （只显示这一次，也在 ${PASSWORDS_FILE} 里；第一次登录时换成自己的密码，然后删除该文件 shown once, also in that file; the first sign-in asks for your own, then delete the file）`,
    ]
  }
  const file = join(env.dataDir, PASSWORDS_FILE)
  return [`首次登录的账号和密码写在 First sign-in names and passwords: ${file}`]
}

/** The lines a start prints when it serves. */
export const startBanner = (facts: StartBanner): string => {
  const { env, port, demo, seconds } = facts
  const host = env.host === '0.0.0.0' || env.host === '::' ? (lanAddresses()[0] ?? 'localhost') : env.host
  const origin = env.publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  return [
    '',
    `银盾 Silver Shield 已就绪 ready (${seconds.toFixed(1)} s)`,
    '',
    `  管理后台 Desk     ${origin}/admin`,
    ...(demo ? [`  现场大屏 Demo     ${origin}/demo`] : []),
    `  播放页   Screen   ${origin}/display`,
    '',
    ...firstPeople(facts),
    ...(demo
      ? [
          '这是演示镇。开始真实的镇 This is the demo town. To begin a real one:',
          '  SEED=none DATA_DIR=./town npm start',
        ]
      : []),
    ...opening(env),
    '',
  ].join('\n')
}
