/** One name in both languages. English is written as in a heading; lower it inside a sentence. */
export type Words = { readonly zh: string; readonly en: string }

export const words = (zh: string, en: string): Words => ({ zh, en })
