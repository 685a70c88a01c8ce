import type { EmailAdapter } from 'payload'

/** The product sends no mail: a town's server seldom may, and a password is set anew in person (CVE-2026-34751). */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.reject(new Error('Silver Shield sends no mail')),
})
