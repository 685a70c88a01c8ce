import { STEP_WORDS } from '../../src/lexicon/people.ts'
import { words, type Words } from '../../src/lexicon/words.ts'

const STEPS = Object.fromEntries(
  Object.entries(STEP_WORDS).map(([step, said]) => [`submission.${step}`, said] as const),
)

/** Every act that is audited, as the middle of a sentence: who, this, on what. */
const ACTS: Readonly<Record<string, Words>> = {
  create: words('新建', 'Created'),
  update: words('修改', 'Changed'),
  delete: words('删除', 'Deleted'),
  login: words('登录', 'Signed in'),
  refused: words('拒绝使用', 'Refused to use'),
  'head.publish': words('发出节目', 'Sent a programme to screens'),
  'pairing.wrong': words('配对码输错', 'Typed a wrong pairing code'),
  'screen.pair': words('配对', 'Paired'),
  'screen.unpair': words('解除配对', 'Unpaired'),
  'screen.replaced': words('发现一个密钥用在两台设备上', 'Saw one key used by two devices'),
  print: words('打印', 'Printed'),
  'release.pack': words('打包下载', 'Packed'),
  'posting.put': words('张贴', 'Posted'),
  'posting.down': words('撕下', 'Took down'),
  'factor.enrol': words('设好第二道验证：', 'Set up the second factor of'),
  'factor.codes': words('换了恢复码：', 'Renewed the recovery codes of'),
  'factor.recovery': words('用掉一个恢复码：', 'Used a recovery code of'),
  'factor.remove': words('取消第二道验证：', 'Removed the second factor of'),
  'factor.passkey': words('添加了通行密钥：', 'Added a passkey of'),
  'factor.passkey-remove': words('移除了通行密钥：', 'Removed a passkey of'),
  'factor.passkey-copied': words('发现通行密钥可能被复制：', 'Saw a passkey that may have been copied, of'),
  'factor.reset': words('重置第二道验证：', 'Reset the second factor of'),
  'webhook.try': words('试发', 'Tested'),
  'template.install': words('装入模板', 'Installed the template'),
  'audit.export': words('导出', 'Exported'),
  'starter.load': words('装入', 'Loaded'),
  'import.begin': words('开始', 'Began'),
  'import.part': words('写入', 'Stored a part of'),
  'import.done': words('完成', 'Finished'),
  'import.undo': words('撤回没有完成的', 'Took back what was left of'),
  ...STEPS,
  'submission.derive': words('给新屏排版', 'Laid out for a new screen'),
}

/** What was done, in words; an act of a newer version stands as it is. */
export const actWords = (action: string): Words => ACTS[action] ?? words(action, action)

/** Subjects that are no rows of a collection. */
const SUBJECTS: Readonly<Record<string, Words>> = {
  globals: words('本镇信息', 'The town'),
  audit: words('操作记录', 'The audit'),
  starter: words('起步内容', 'The starter library'),
  imports: words('导入', 'An import'),
}

export const subjectWords = (slug: string): Words | undefined => SUBJECTS[slug]

/** Acts whose detail ends with what the person wrote: after the content and the instant (cms/workflow/decisions.ts). */
const COMMENTED = new Set(
  ['approve', 'issue', 'return', 'withdraw', 'retract', 'hand-over'].map((step) => `submission.${step}`),
)

export const commentIn = (action: string, detail: string): string =>
  COMMENTED.has(action) ? detail.split(' ').slice(2).join(' ') : ''
