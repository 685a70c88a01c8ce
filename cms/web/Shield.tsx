/** The mark of 银盾: a shield with a tick, one colour, from the same strokes at every size. */
export const Shield = ({ size }: { readonly size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="银盾">
    <path fill="currentColor" d="M16 1.6 28.4 5.4v10.2c0 7-5 11.8-12.4 15-7.4-3.2-12.4-8-12.4-15V5.4Z" />
    <path
      fill="none"
      stroke="#FBFAF6"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      d="m10 15.6 4.4 4.4 7.8-8.6"
    />
  </svg>
)
