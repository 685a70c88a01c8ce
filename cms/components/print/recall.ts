import type { RecallItem } from '../../postings/recall.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

/** Where what hangs is ticked off with a photo. */
export const RECALL_HREF = '/print/recall'

export type RecallLine = { readonly key: string; readonly words: string }

const wordsOf = ({ title, edition, why }: RecallItem, places: number, language: DeskLanguage): string => {
  const which = edition > 0 ? say(language, `第${edition}版`, `edition ${edition}`) : ''
  if (language === 'en') {
    const ended = why === 'replaced' ? 'outdated' : WHY[why][1]
    return `Poster “${title}” ${which} is ${ended} in ${places} ${places === 1 ? 'place' : 'places'}: take it down`
  }
  const ended = { withdrawn: '已撤下，请取下', replaced: '已过时，请更换', expired: '已到期，请取下' }[why]
  return `海报《${title}》${which}有${places}处${ended}`
}

const WHY: Readonly<Record<RecallItem['why'], readonly [zh: string, en: string]>> = {
  withdrawn: ['已撤下', 'withdrawn'],
  replaced: ['有新版', 'replaced'],
  expired: ['已到期', 'past its day'],
}

/** One line a sheet, for those who take it down: `石桥村公告栏 · 《…》· 已撤下`. */
export const placeLine = ({ place, title, why }: RecallItem, language: DeskLanguage): string =>
  say(language, `${place} ·《${title}》· ${WHY[why][0]}`, `${place} · “${title}” · ${WHY[why][1]}`)

/** One line an edition and reason: `海报《…》第3版有14处已过时，请更换` (PST-11). */
export const recallLines = (items: readonly RecallItem[], language: DeskLanguage): readonly RecallLine[] => {
  const groups = new Map<string, RecallItem[]>()
  for (const item of items) {
    const key = `${item.release} ${item.why}`
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups].flatMap(([key, group]) =>
    group[0] ? [{ key, words: wordsOf(group[0], group.length, language) }] : [],
  )
}
