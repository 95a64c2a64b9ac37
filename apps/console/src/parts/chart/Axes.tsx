/** The frame that every chart over time stands in: three lines, their figures, dates below. */

import type { ReactNode } from 'react'
import { labelled } from '../../view/charts.ts'

/** In the units of the drawing; the page scales it. */
export const PLOT = { width: 560, height: 150 }
const LEFT = 46
const RIGHT = 24
const TOP = 8
const BELOW = 22
const MOST_LABELS = 7

interface Properties {
  readonly label: string
  readonly top: number
  readonly places: readonly string[]
  /** Places in the middle of a column, not on a point. */
  readonly areColumns?: boolean
  readonly children: ReactNode
}

export function Axes({ label, top, places, areColumns = false, children }: Properties) {
  const step = PLOT.width / Math.max(1, areColumns ? places.length : places.length - 1)
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${LEFT + PLOT.width + RIGHT} ${TOP + PLOT.height + BELOW}`}
      role="img"
      aria-label={label}
    >
      <g transform={`translate(${LEFT} ${TOP})`}>
        {[0, 0.5, 1].map((share) => (
          <Rule key={share} share={share} top={top} />
        ))}
        {children}
        {labelled(places.length, MOST_LABELS).map((index) => (
          <text
            key={index}
            x={(index + (areColumns ? 0.5 : 0)) * step}
            y={PLOT.height + 16}
            textAnchor="middle"
          >
            {places[index]}
          </text>
        ))}
      </g>
    </svg>
  )
}

interface RuleProperties {
  readonly share: number
  readonly top: number
}

function Rule({ share, top }: RuleProperties) {
  const y = PLOT.height * (1 - share)
  return (
    <>
      <line className="chart-line" x1={0} x2={PLOT.width} y1={y} y2={y} />
      <text x={-8} y={y + 4} textAnchor="end">
        {describe(top * share)}
      </text>
    </>
  )
}

/** Half of an odd top is a line without a figure: nobody counts halves. */
function describe(value: number): string {
  return Number.isInteger(value) ? String(value) : ''
}
