/** Lines over time: one for each series, what was not measured left out. */

import { niceTop, type Series, toPoints } from '../../view/charts.ts'
import { Axes, PLOT } from './Axes.tsx'
import { Chart } from './Chart.tsx'

interface Properties {
  readonly title: string
  readonly places: readonly string[]
  readonly series: readonly Series[]
  readonly describe?: (value: number) => string
}

export function Lines({ title, places, series, ...rest }: Properties) {
  const top = niceTop(Math.max(0, ...series.flatMap(({ values }) => values)))
  return (
    <Chart title={title} places={places} series={series} {...rest}>
      <Axes label={title} top={top} places={places}>
        {series.map(({ name, tone, values }) => (
          <polyline
            key={name}
            className={`chart-path paint-${tone}`}
            points={toPoints(values, top, PLOT)}
          />
        ))}
      </Axes>
    </Chart>
  )
}
