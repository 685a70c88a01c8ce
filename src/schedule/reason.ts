import type { ScheduleReason } from '../model/programme.ts'

export type Sentence = { readonly zh: string; readonly en: string }

const SENTENCES: Readonly<Record<ScheduleReason, Sentence>> = {
  HIGHEST_LEVEL: {
    zh: '这个排播正在时段内，在有内容可播的排播里等级最高，所以播放它。',
    en: 'This schedule is due, and of the schedules with something to play it has the highest level, so it plays.',
  },
  LOWER_LEVEL: {
    zh: '这个排播正在时段内，但有等级更高的排播，所以暂不播放它。',
    en: 'This schedule is due, but a schedule of a higher level is due too, so it does not play now.',
  },
  NOTHING_RELEASED: {
    zh: '这个排播正在时段内，但播放单里没有这块屏现在能播的已发布内容（未发布、已撤下或已过期），所以没有播放它。',
    en: 'This schedule is due, but its playlist holds nothing released that this screen can show now (not released, withdrawn or expired), so it does not play.',
  },
  NOT_DUE: {
    zh: '现在不在这个排播的日期或时段内，所以没有播放它。',
    en: 'This instant is outside the dates or times of this schedule, so it does not play.',
  },
  CLOSED: {
    zh: '这个排播正在时段内，但这块屏现在不在开放时间，屏是黑的。',
    en: 'This schedule is due, but the screen is outside its opening hours and stays dark.',
  },
}

/** The verdict on a schedule in one full sentence for people. */
export const reasonText = (reason: ScheduleReason): Sentence => SENTENCES[reason]
