/** Who can put it right. */
export type Actor = 'editor' | 'reviewer' | 'operator' | 'administrator' | 'installer' | 'nobody'

export type ErrorEntry = {
  readonly status: number
  readonly who: Actor
  readonly zh: string
  readonly en: string
}
