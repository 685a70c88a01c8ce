import type { CheckboxField } from 'payload'
import type { CmsEnvironment } from '../base/environment.ts'
import { words } from '../base/words.ts'

/** Whether a person wants mail; a field that is there for nobody where the town sends none (NTC-10). */
export const mailMe = ({ mails }: Pick<CmsEnvironment, 'mails'>): CheckboxField => ({
  name: 'mailMe',
  type: 'checkbox',
  defaultValue: true,
  label: words('发邮件给我', 'Send me mail'),
  admin: {
    hidden: !mails,
    disableListColumn: true,
    condition: (data) => Boolean(data?.['email']),
    description: words(
      '有稿子等您审、退回给您、您写的签发了、撤下了、快到期时，发一封',
      'When something waits for you, is returned to you, or what you wrote is issued, withdrawn or ends soon',
    ),
  },
})
