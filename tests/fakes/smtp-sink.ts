/** A mail server that delivers nothing: it speaks as much SMTP (RFC 5321) as a client needs, and remembers what came. */
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Mailed = {
  readonly from: string
  readonly to: readonly string[]
  /** As it came, headers and all, with plain line breaks. */
  readonly raw: string
  /** The headers by name in lower case, folded lines joined. */
  readonly headers: ReadonlyMap<string, readonly string[]>
}

export type SmtpSink = {
  readonly port: number
  readonly mails: readonly Mailed[]
  /** Answers RCPT with this from here on; null takes everybody. */
  readonly refuse: (line: string | null) => void
  readonly close: () => Promise<void>
}

const headersIn = (raw: string): Mailed['headers'] => {
  const [head = ''] = raw.split('\n\n', 1)
  const all = new Map<string, string[]>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).toLowerCase()
    all.set(name, [...(all.get(name) ?? []), line.slice(at + 1).trim()])
  }
  return all
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''

type Session = { from: string; to: string[]; data: string | null }

export const openSmtpSink = async (): Promise<SmtpSink> => {
  const mails: Mailed[] = []
  const sockets = new Set<Socket>()
  let refused: string | null = null
  const commandOf = (session: Session, line: string): string => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') return '250 sink'
    if (verb === 'MAIL') {
      Object.assign(session, { from: addressIn(line), to: [] })
      return '250 ok'
    }
    if (verb === 'RCPT') {
      if (refused) return refused
      session.to.push(addressIn(line))
      return '250 ok'
    }
    if (verb === 'DATA') {
      session.data = ''
      return '354 go on'
    }
    return verb === 'QUIT' ? '221 bye' : verb === 'RSET' || verb === 'NOOP' ? '250 ok' : '502 unknown'
  }
  const takeLine = (session: Session, line: string): string | null => {
    if (session.data === null) return commandOf(session, line)
    if (line !== '.') {
      session.data += `${line.replace(/^\./, '')}\n`
      return null
    }
    const raw = session.data
    mails.push({ from: session.from, to: [...session.to], raw, headers: headersIn(raw) })
    session.data = null
    return '250 kept'
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const session: Session = { from: '', to: [], data: null }
    let rest = ''
    socket.setEncoding('utf8').write('220 sink\r\n')
    socket.on('data', (part: string) => {
      const lines = (rest + part).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const said = takeLine(session, line)
        if (said !== null) socket.write(`${said}\r\n`)
        if (said?.startsWith('221')) socket.end()
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    refuse: (line) => void (refused = line),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
