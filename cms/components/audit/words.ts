import { STEP_WORDS } from '../../../src/lexicon/people.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

const ACTIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  create: ['新建', 'Created'],
  update: ['修改', 'Changed'],
  delete: ['删除', 'Deleted'],
  login: ['登录', 'Signed in'],
  refused: ['拒绝使用', 'Refused'],
  'head.publish': ['发出节目', 'Published'],
  'pairing.wrong': ['配对码输错', 'Wrong pairing code'],
  'screen.pair': ['配对', 'Paired'],
  'screen.unpair': ['解除配对', 'Unpaired'],
  'screen.replaced': ['同一密钥连了两台', 'One key on two devices'],
  print: ['打印', 'Printed'],
  'posting.put': ['张贴', 'Posted'],
  'posting.down': ['撕下', 'Taken down'],
  'template.install': ['装入模板', 'Template installed'],
  ...Object.fromEntries(
    Object.entries(STEP_WORDS).map(([step, { zh, en }]) => [`submission.${step}`, [zh, en] as const]),
  ),
  'submission.derive': ['给新屏排版', 'Laid out for a new screen'],
}

/** What was done, in words; an action of a newer version stands as it is. */
export const actionWords = (action: string, language: DeskLanguage): string => {
  const found = ACTIONS[action]
  return found ? say(language, ...found) : action
}

/** `cases/0f3…` is a row of `cases`: the name of the collection says enough in a list. */
export const collectionOf = (subject: string): string => subject.split('/')[0] ?? ''
