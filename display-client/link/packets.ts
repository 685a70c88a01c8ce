/**
 * The packets of socket.io's protocol 5 that this link uses: text only, one namespace, no acknowledgements. The build
 * puts it in place of socket.io-parser, whose larger half is about bytes that no message of ours holds (docs/protocol.md).
 */
export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
} as const

export type Packet = { readonly type: number; readonly nsp: string; readonly data?: unknown }

export class Encoder {
  encode(packet: Packet): readonly string[] {
    return [packet.type + (packet.data === undefined ? '' : JSON.stringify(packet.data))]
  }
}

type Listener = (packet: Packet) => void

const parse = (text: string): Packet => {
  const type = text.charCodeAt(0) - 48
  const rest = text.slice(1)
  // Anything but a plain packet of the main namespace is a broken or foreign peer: the manager closes and comes back.
  if (!(type >= 0 && type <= PacketType.CONNECT_ERROR) || (rest !== '' && !/^[{["]/.test(rest))) {
    throw new Error('unknown packet')
  }
  const data: unknown = rest === '' ? undefined : JSON.parse(rest)
  if (type === PacketType.EVENT && !(Array.isArray(data) && typeof data[0] === 'string')) {
    throw new Error('unknown packet')
  }
  return { type, nsp: '/', data }
}

export class Decoder {
  private listeners: readonly Listener[] = []

  on(_event: 'decoded', listener: Listener): void {
    this.listeners = this.listeners.concat(listener)
  }

  off(_event: 'decoded', listener: Listener): void {
    this.listeners = this.listeners.filter((known) => known !== listener)
  }

  add(text: string): void {
    const packet = parse(text)
    this.listeners.forEach((listener) => listener(packet))
  }

  destroy(): void {}
}
