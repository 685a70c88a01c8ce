export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Names in Chinese travel as RFC 5987 says; the plain name is for what cannot read that. */
export const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A file to keep, made for this one request. */
export const fileAnswer = (
  body: Uint8Array | ReadableStream<Uint8Array>,
  { type, name, length }: { readonly type: string; readonly name: string; readonly length?: number },
): Response =>
  new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      ...(length !== undefined && { 'content-length': String(length) }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': attachment(name),
    },
  })
