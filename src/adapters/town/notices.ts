import type { Payload } from 'payload'
import type { Outside } from '../../../cms/base/ports.ts'
import { openNotices, type Notices } from '../../../cms/notices/work.ts'
import { openMail, openPost } from '../outside/index.ts'
import { systemAfter, systemClock } from '../process/clock.ts'
import type { Env } from '../process/env.ts'

/** The way out of the house, as the environment allows it. */
export const outsideOf = ({ mail, webhookHosts }: Pick<Env, 'mail' | 'webhookHosts'>): Outside => ({
  post: openPost({ clock: systemClock, listed: webhookHosts }),
  mail: mail && openMail(mail),
})

/** Notices over the life of this process, as long as it leads the town. */
export const townNotices = (payload: Payload, leads: () => boolean): Notices =>
  openNotices({ payload, after: systemAfter, leads })
