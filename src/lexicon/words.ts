/** One name in both languages. English is written as in a heading; lower it inside a sentence. */
export type Words = { readonly zh: string; readonly en: string }

export const words = (zh: string, en: string): Words => ({ zh, en })

/** The name as it stands inside a sentence. */
export const inSentence = ({ zh, en }: Words, language: 'zh' | 'en'): string =>
  language === 'zh' ? zh : en.slice(0, 1).toLowerCase() + en.slice(1)
