import { Shield } from '../web/Shield.tsx'

/** On the sign-in page. */
export const Logo = () => (
  <span className="ss-logo">
    <Shield size={56} />
    <span>
      <strong>银盾</strong>
      <small>Silver Shield</small>
    </span>
  </span>
)
