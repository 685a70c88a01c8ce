/** What this machine's owner does by a command, without a person of the town, and what it answers. */
import type { Payload } from 'payload'
import { resetFactorByHand } from '../cms/factors/by-hand.ts'
import { loadStarter, type Loaded } from '../cms/starter/load.ts'
import { shippedPictures } from '../cms/starter/pictures.ts'
import type { Publisher } from './adapters/publishing/publisher.ts'

/** The town is read anew before it answers, so that nobody stops in the middle of what the new rows announced. */
const startersOf = (payload: Payload, publisher: Publisher) => async (): Promise<Loaded> => {
  const loaded = await loadStarter(payload, undefined, shippedPictures)
  await publisher.refresh('town')
  return loaded
}

export const byHand = (payload: Payload, publisher: Publisher) => ({
  loadStarter: startersOf(payload, publisher),
  resetFactor: (signIn: string) => resetFactorByHand(payload, signIn),
})

export const starterWords = ({ contents, hotlines, pictures }: Loaded): string =>
  contents === 0
    ? '以前装过，没有再装 Loaded before; nothing was made'
    : `已装入 ${contents} 件草稿、${hotlines} 个举报电话、${pictures} 张图片 ` +
      `Loaded ${contents} drafts, ${hotlines} hotlines, ${pictures} pictures`

/** `name` of the person; null where nobody signs in so. */
export const lostPhoneWords = (signIn: string, name: string | null): string =>
  name === null
    ? `没有人用“${signIn}”登录，什么都没有改 Nobody signs in as “${signIn}”; nothing was changed`
    : `已重置“${name}”的第二道验证，现在只凭密码登录 The second factor of “${name}” is gone; the password signs in`
