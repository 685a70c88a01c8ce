/** Payload's name for the session that a request was made by. */
export const sessionId = (user: object | null | undefined): string | undefined => {
  const id: unknown = user ? Reflect.get(user, '_sid') : undefined
  return typeof id === 'string' ? id : undefined
}
