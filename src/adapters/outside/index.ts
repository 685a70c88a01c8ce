/** What goes out of the house. */
export { openMail } from './mail.ts'
export { openPost } from './post.ts'
