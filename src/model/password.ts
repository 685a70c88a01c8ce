/** What a password must be, told beside the field while it is typed and asked again by the server. */

export const PASSWORD_LEAST = 10
const DISTINCT_LEAST = 5

export const PASSWORD_FAULTS = [
  'PASSWORD_TOO_SHORT',
  'PASSWORD_ONLY_DIGITS',
  'PASSWORD_TOO_COMMON',
  'PASSWORD_HOLDS_NAME',
] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]

export type Holder = { readonly username?: string | null; readonly name?: string | null }

/** What the commonest passwords are made of, with digits and signs around or between. */
const STEMS =
  'password passwd pass mima woaini woai aini iloveyou loveyou qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm zxcvbn qazwsxedc qazwsx qweasdzxc qweasd qwe asd zxc abcdefghij abcdefg abcdef abcd abc admin administrator guanliyuan root user test guest login welcome letmein superman dragon monkey master huawei xiaomi taobao wangyi silvershield yindun anquan zhongguo china caonima buzhidao'.split(
    ' ',
  )
const ONLY_STEMS = new RegExp(`^(?:${STEMS.toSorted((a, b) => b.length - a.length).join('|')})+[a-z]?$`, 'u')

const isCommon = (folded: string): boolean =>
  new Set(folded).size < DISTINCT_LEAST || ONLY_STEMS.test(folded.replace(/[^a-z]/gu, ''))

const holds = (folded: string, name: string | null | undefined): boolean => {
  const plain = (name ?? '').normalize('NFKC').toLowerCase()
  const least = /\p{Script=Han}/u.test(plain) ? 2 : 3
  return [...plain].length >= least && folded.includes(plain)
}

/** What is wrong with it, in the order of `PASSWORD_FAULTS`; an empty one is only too short. */
export const passwordFaults = (password: string, { username, name }: Holder): readonly PasswordFault[] => {
  const folded = password.normalize('NFKC').toLowerCase()
  const found: Record<PasswordFault, boolean> = {
    PASSWORD_TOO_SHORT: [...password].length < PASSWORD_LEAST,
    PASSWORD_ONLY_DIGITS: /^[\d\s]+$/u.test(folded),
    PASSWORD_TOO_COMMON: folded !== '' && isCommon(folded),
    PASSWORD_HOLDS_NAME: holds(folded, username) || holds(folded, name),
  }
  return PASSWORD_FAULTS.filter((fault) => found[fault])
}
