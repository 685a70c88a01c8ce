/** Mail by the server that an operator named in the environment. */
import { createTransport } from 'nodemailer'
import type { SendMail } from '../../../cms/base/ports.ts'
import { refusal, type Refusal } from '../../errors/refusal.ts'
import type { MailServer } from '../process/env.ts'

const LIMIT_MS = 5_000

/** A server's answer by its number; the words may repeat an address. */
const faultOf = (error: unknown): Refusal => {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string }
  return responseCode
    ? refusal('MAIL_REFUSED', { got: responseCode })
    : refusal('MAIL_UNREACHABLE', { got: code ?? 'ERROR' })
}

/**
 * One connection a mail. Addresses go in as objects, so that a name cannot become a second address; files and addresses
 * to fetch are shut off altogether. Answers null when the server took it, or why it did not; never rejects.
 */
export const openMail = ({ url, from }: MailServer): SendMail => {
  const transport = createTransport(
    {
      url,
      connectionTimeout: LIMIT_MS,
      greetingTimeout: LIMIT_MS,
      socketTimeout: LIMIT_MS,
      dnsTimeout: LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return async (to, { id, subject, text }) => {
    try {
      await transport.sendMail({
        to: { name: to.name, address: to.address },
        subject,
        text,
        headers: { 'X-Silver-Shield-Notice': id, 'Auto-Submitted': 'auto-generated' },
      })
      return null
    } catch (error) {
      return faultOf(error)
    }
  }
}
