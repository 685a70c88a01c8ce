/** Payload's name for the session that a request was made by. */
export const sessionId = (user: object | null | undefined): string | undefined => {
  const id: unknown = user ? Reflect.get(user, '_sid') : undefined
  return typeof id === 'string' ? id : undefined
}

/** Where a sign-in tells, within its request, which session it has just written. */
export const NEW_SESSION = 'silver-shield.new-session'
