import type { PackSource } from './source.ts'

/** The parts of an article in the order they are read; each is a paragraph of its own. */
export type Part = {
  readonly as: 'title' | 'source' | 'line' | 'he-says' | 'you-do' | 'lesson' | 'call' | 'note'
  readonly text: string
}

const EMERGENCY = { prompt: '正在被骗、已经转钱，马上打', number: '110' }

const stepsOf = ({ words }: PackSource): readonly Part[] =>
  words.steps.flatMap(({ heSays, youDo }) => [
    ...(heSays === '' ? [] : [{ as: 'he-says' as const, text: `骗子说：${heSays}` }]),
    ...(youDo === '' ? [] : [{ as: 'you-do' as const, text: `您这样做：${youDo}` }]),
  ])

const callsOf = ({ hotline }: PackSource): readonly Part[] =>
  [hotline, ...(hotline.number === EMERGENCY.number ? [] : [EMERGENCY])].map(({ prompt, number }) => ({
    as: 'call',
    text: `${prompt} ${number}`,
  }))

/** The released words, none left out and none added but who issued them and whom to call. `day`: that of the issue. */
export const articleOf = (source: PackSource, day: string): readonly Part[] => {
  const { words, issuer, demo } = source
  return [
    { as: 'title', text: words.title },
    { as: 'source', text: `${issuer} ${day}` },
    ...words.lines.map((text) => ({ as: 'line' as const, text })),
    ...stepsOf(source),
    ...(words.lesson === '' ? [] : [{ as: 'lesson' as const, text: words.lesson }]),
    ...callsOf(source),
    ...(demo ? [{ as: 'note' as const, text: '演示镇的内容，不要发出去。' }] : []),
  ]
}

/** The byte order mark is for the Notepad of older Windows, and so are the line ends. */
export const plainText = (lines: readonly string[]): string => `\uFEFF${lines.join('\r\n')}\r\n`

export const articleText = (parts: readonly Part[]): string =>
  plainText(parts.flatMap(({ as, text }) => (as === 'title' || as === 'source' ? [text, ''] : [text])))

/** Attributes too: a quote in an alt text must not end it. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`)

const FONT = "font-family:'PingFang SC','Microsoft YaHei',sans-serif;"
const STYLES: Readonly<Record<Part['as'], string>> = {
  title: `${FONT}font-size:24px;line-height:1.4;font-weight:bold;color:#15271e;margin:0 0 8px;`,
  source: `${FONT}font-size:14px;line-height:1.6;color:#5b6660;margin:0 0 20px;`,
  line: `${FONT}font-size:18px;line-height:1.8;color:#15271e;margin:0 0 12px;`,
  'he-says': `${FONT}font-size:18px;line-height:1.8;color:#8a1f11;background:#fdf1ee;padding:10px 14px;margin:0 0 8px;`,
  'you-do': `${FONT}font-size:18px;line-height:1.8;color:#0b5d3b;background:#eef6f1;padding:10px 14px;margin:0 0 20px;`,
  lesson: `${FONT}font-size:20px;line-height:1.6;font-weight:bold;color:#0b5d3b;margin:20px 0;`,
  call: `${FONT}font-size:18px;line-height:1.8;font-weight:bold;color:#15271e;margin:0 0 8px;`,
  note: `${FONT}font-size:14px;line-height:1.6;color:#8a1f11;margin:20px 0 0;`,
}

export type Placed = { readonly path: string; readonly alt: string }

const pictureHtml = ({ path, alt }: Placed): string =>
  `<p style="margin:0 0 20px;"><img src="${escaped(path)}" alt="${escaped(alt)}" style="width:100%;max-width:100%;"></p>`

/**
 * A page whose whole body can be copied into the editor of WeChat: every style stands at its element, nothing runs and
 * nothing is asked of another host. Pictures lie beside it.
 */
export const articleHtml = (parts: readonly Part[], pictures: readonly Placed[]): string => {
  const said = parts.map(({ as, text }) => `<p style="${STYLES[as]}">${escaped(text)}</p>`)
  // After the title and whose it is, where a reader of WeChat looks for it.
  const body = [...said.slice(0, 2), ...pictures.map(pictureHtml), ...said.slice(2)]
  const title = escaped(parts[0]?.text ?? '')
  return `<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body style="max-width:677px;margin:24px auto;padding:0 16px;">\n${body.join('\n')}\n</body>\n</html>\n`
}
