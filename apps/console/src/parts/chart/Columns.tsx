/** Columns over days, each of several parts that stand on each other. */

import { niceTop, type Series, stackColumns, totalsOf } from '../../view/charts.ts'
import { Axes, PLOT } from './Axes.tsx'
import { Chart } from './Chart.tsx'

interface Properties {
  readonly title: string
  readonly days: readonly string[]
  readonly series: readonly Series[]
}

export function Columns({ title, days, series }: Properties) {
  const top = niceTop(Math.max(0, ...totalsOf(series)))
  return (
    <Chart title={title} places={days} series={series}>
      <Axes label={title} top={top} places={days.map((day) => day.slice(5))} areColumns>
        {stackColumns(series, PLOT).map(({ x, width, parts }, index) => (
          <g key={days[index]}>
            <title>{`${days[index]}: ${describe(series, index)}`}</title>
            {parts.map(({ y, height, tone }) => (
              <rect
                key={tone}
                className={`paint-${tone}`}
                x={x}
                y={y}
                width={width}
                height={height}
              />
            ))}
          </g>
        ))}
      </Axes>
    </Chart>
  )
}

function describe(series: readonly Series[], index: number): string {
  return series.map(({ name, values }) => `${name} ${values[index] ?? 0}`).join(' · ')
}
