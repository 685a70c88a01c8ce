import type { EmailAdapter } from 'payload'

/** Payload sends no mail: a password is set anew in person (CVE-2026-34751). Notices have a way of their own (NTC-10). */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.reject(new Error('Payload sends no mail here')),
})
