import { Shield } from '../web/Shield.tsx'

/** At the head of the path line on every page. */
export const Icon = () => <Shield size={18} />
