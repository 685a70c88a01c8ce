import { notFound } from 'next/navigation'

// Written anew for each visit: Next's own page for unknown addresses is made once, without a nonce for its scripts.
export const dynamic = 'force-dynamic'

const Page = () => notFound()

export default Page
