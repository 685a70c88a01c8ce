import type { TemplateSize } from '../../../../src/poster/template.ts'
import type { Join } from '../../../../src/poster/tilings.ts'
import madeStyles from './made.module.css'
import orderStyles from './order.module.css'
import type { PrintWords } from './words.ts'

type SignProps = { readonly size: TemplateSize; readonly join: Join | null; readonly fill: boolean }

/** A few sheets and the poster on them, drawn to scale; without their seams until those are known. */
export const TileSign = ({ size, join, fill }: SignProps) => {
  const { columns, rows } = join ?? { columns: 1, rows: 1 }
  const wide = size.widthMm > size.heightMm
  const [width, height] = wide ? [56, 40] : [40, 56]
  const inset = fill ? 1.5 : 6
  const lines = [
    ...Array.from({ length: columns - 1 }, (_, at) => {
      const x = (width / columns) * (at + 1)
      return `M${x} 0V${height}`
    }),
    ...Array.from({ length: rows - 1 }, (_, at) => {
      const y = (height / rows) * (at + 1)
      return `M0 ${y}H${width}`
    }),
  ]
  return (
    <svg
      className={orderStyles['sign']}
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <rect width={width} height={height} fill="#fff" stroke="currentColor" strokeWidth="1.6" />
      <rect x={inset} y={inset} width={width - 2 * inset} height={height - 2 * inset} fill="#d9d5cb" />
      <path d={lines.join('')} stroke="currentColor" strokeWidth="1.4" strokeDasharray="3 2.4" fill="none" />
    </svg>
  )
}

/** The printer's dialogue as it looks everywhere: the right choice and the wrong one. */
export const ScaleSign = ({ words }: { readonly words: PrintWords }) => (
  <div className={madeStyles['dialogue']} aria-hidden="true">
    <span className={madeStyles['right']}>{words.howActual}</span>
    <span className={madeStyles['wrong']}>{words.howFit}</span>
  </div>
)

/** The line at the edge of the paper under a ruler. */
export const RulerSign = () => (
  <svg className={madeStyles['ruler']} viewBox="0 0 330 62" aria-hidden="true">
    <path d="M15 6v12M315 6v12M15 12h300" stroke="#1b1a18" strokeWidth="2.4" fill="none" />
    <rect x="3" y="24" width="324" height="34" rx="3" fill="#f2dfae" stroke="#1b1a18" strokeWidth="1.4" />
    {Array.from({ length: 11 }, (_, cm) => (
      <g key={cm}>
        <path d={`M${15 + cm * 30} 24v10`} stroke="#1b1a18" strokeWidth="1.6" />
        <text x={15 + cm * 30} y="50" textAnchor="middle" fontSize="13" fill="#1b1a18">
          {cm}
        </text>
      </g>
    ))}
    {Array.from({ length: 10 }, (_, cm) => (
      <path key={cm} d={`M${30 + cm * 30} 24v6`} stroke="#1b1a18" strokeWidth="1.2" />
    ))}
  </svg>
)

/** Two sheets, the second's edge cut and laid on the first's glue line. */
export const GlueSign = ({ words: { signs } }: { readonly words: PrintWords }) => (
  <svg className={madeStyles['ruler']} viewBox="0 0 330 120" aria-hidden="true">
    <rect x="12" y="8" width="128" height="104" fill="#fff" stroke="#1b1a18" strokeWidth="2" />
    <rect x="116" y="9" width="23" height="102" fill="#cfe3d7" />
    <path d="M116 8v104" stroke="#0b5d3b" strokeWidth="2" strokeDasharray="5 4" />
    <text x="64" y="68" textAnchor="middle" fontSize="20" fill="#1b1a18">
      {signs.first}
    </text>
    <text x="127.5" y="66" textAnchor="middle" fontSize="13" fill="#0b5d3b">
      {signs.glue}
    </text>
    <path d="M196 60h-32m0 0 9-8m-9 8 9 8" stroke="#1b1a18" strokeWidth="2.4" fill="none" />
    <rect x="212" y="8" width="106" height="104" fill="#fff" stroke="#1b1a18" strokeWidth="2" />
    <rect x="213" y="9" width="17" height="102" fill="#eae6dc" />
    <path d="M230 8v104" stroke="#a3260f" strokeWidth="2" strokeDasharray="5 4" />
    <text x="221.5" y="66" textAnchor="middle" fontSize="13" fill="#a3260f">
      {signs.cut}
    </text>
    <text x="274" y="68" textAnchor="middle" fontSize="20" fill="#1b1a18">
      {signs.second}
    </text>
  </svg>
)
