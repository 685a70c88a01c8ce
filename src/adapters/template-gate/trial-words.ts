import { refusal, RefusalError, spokenRefusal, type Refusal, type Said } from '../../errors/refusal.ts'
import { PRINT_WAY_WORDS } from '../../lexicon/printing.ts'
import { inSentence } from '../../lexicon/words.ts'
import type { Trial, TrialChoice } from '../../poster/index.ts'
import type { TemplateSchema } from '../../poster/template.ts'

/** Longest a template may take to be set. */
export const LIMIT_MS = 2_000

const TRIAL_NAMES: Readonly<Record<Trial, Said>> = {
  sample: { zh: '用样稿 sample.json', en: 'with its sample.json' },
  longest: { zh: '用最长的内容', en: 'with the longest words' },
  empty: { zh: '用最短、没有二维码的内容', en: 'with the emptiest words and no QR code' },
}

/** What the typesetter says most often, in Chinese; it speaks English alone. */
const SPOKEN: readonly (readonly [pattern: RegExp, zh: string])[] = [
  [/^unknown variable: (.+)$/, '没有“$1”这个名字'],
  [/^file not found.*$/, '找不到文件，模板只能读自己文件夹里的'],
  [/^access denied.*$/, '读了文件夹以外的文件'],
  [/^expected (.+)$/, '写法不对（expected $1）'],
  [/^unclosed (.+)$/, '没有收尾：$1'],
  [/^panicked.*$/, '模板自己停下了（panic）'],
]

const faultOfEngine = (hint: string): Said => {
  const [, file, line, said = hint] = /^(\S+?):(\d+): (.*)$/s.exec(hint) ?? []
  const [pattern, zh = ''] = SPOKEN.find(([known]) => known.test(said)) ?? []
  const words = pattern ? said.replace(pattern, zh) : `排版程序说：${said}`
  return file === undefined
    ? { zh: words, en: said }
    : { zh: `${file} 第 ${line} 行，${words}`, en: `${file} line ${line}, ${said}` }
}

/** One fault of a sheet for whoever mends the template: what a clerk would be told, and where to look. */
const faultWords = ({ code, hint, message_zh, message_en }: Refusal): Said =>
  code === 'PRINT_SHEET_FAILED' || code === 'PRINT_ENGINE_FAILED'
    ? faultOfEngine(hint ?? '')
    : { zh: message_zh, en: message_en }

const MOST_FAULTS = 8

/** Many of one kind are one sentence. */
const joined = (words: readonly string[], colon: string, comma: string, semicolon: string): string => {
  const kind = (text: string): string => text.slice(0, text.indexOf(colon) + 1)
  const [first = '', ...more] = words
  return more.reduce(
    (all, text) =>
      kind(text) !== '' && kind(text) === kind(first)
        ? all + comma + text.slice(kind(text).length).trim()
        : all + semicolon + text,
    first,
  )
}

const allWords = ({ refusals }: RefusalError): Said => {
  const words = refusals.slice(0, MOST_FAULTS).map(faultWords)
  return {
    zh: joined(
      words.map(({ zh }) => zh),
      '：',
      '、',
      '；',
    ),
    en: joined(
      words.map(({ en }) => en),
      ':',
      ', ',
      '; ',
    ),
  }
}

/** For machines: codes, fields and what was found. */
const named = ({ refusals }: RefusalError): string =>
  refusals.map(({ code, got, field, hint }) => [code, field, got, hint].filter(Boolean).join(' ')).join('; ')

const NO_SAMPLE: Said = {
  zh: '样稿的 kind 不在 schema.json 的 kinds 里，或者少了文字',
  en: 'its kind is none of the kinds in schema.json, or some of its words are missing',
}

export const noSample = (): RefusalError =>
  new RefusalError(
    spokenRefusal('TEMPLATE_FAILED', { limit: TRIAL_NAMES.sample, got: NO_SAMPLE }, { got: 'sample.json' }),
  )

export const tooSlow = (ms: number): RefusalError =>
  new RefusalError(refusal('TEMPLATE_TOO_SLOW', { limit: LIMIT_MS / 1000, got: (ms / 1000).toFixed(1) }))

const stopped = (seconds: Refusal['limit']): RefusalError => {
  const got = { zh: `超过${seconds}`, en: `more than ${seconds}` }
  return new RefusalError(
    spokenRefusal('TEMPLATE_TOO_SLOW', { got }, { limit: LIMIT_MS / 1000, got: `> ${seconds}` }),
  )
}

/** A size without its measures. */
const short = (name: string): string => name.replace(/\s*[（(].*$/, '')

/** What a trial's fault is to the administrator: with which words, at which size, and what is wrong there (TPL-24). */
export const failedAs = (
  schema: TemplateSchema,
  trial: Trial,
  { kind, size, way }: TrialChoice,
  error: unknown,
): RefusalError => {
  if (!(error instanceof RefusalError)) throw error
  const [first] = error.refusals
  if (first?.code === 'PRINT_TIMEOUT') return stopped(first.limit)
  const { name_zh = size, name_en = size } = schema.sizes.find(({ id }) => id === size) ?? {}
  const zh = [TRIAL_NAMES[trial].zh, kind.names.zh, short(name_zh), PRINT_WAY_WORDS[way].zh].join('、')
  const en = [TRIAL_NAMES[trial].en, kind.kind, short(name_en), inSentence(PRINT_WAY_WORDS[way], 'en')].join(
    ', ',
  )
  const machine = { limit: trial, got: `${size}/${way}: ${named(error)}`.slice(0, 300) }
  return new RefusalError(
    spokenRefusal('TEMPLATE_FAILED', { limit: { zh, en }, got: allWords(error) }, machine),
  )
}
