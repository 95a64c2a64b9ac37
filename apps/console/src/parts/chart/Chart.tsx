/** A chart with its name, its legend, and the same figures as a table for whoever reads instead. */

import type { ReactNode } from 'react'
import { useTexts } from '../../hooks/use-texts.ts'
import type { Series } from '../../view/charts.ts'

interface Properties {
  readonly title: string
  readonly places: readonly string[]
  readonly series: readonly Series[]
  /** How a figure reads; whole numbers when absent. */
  readonly describe?: (value: number) => string
  readonly children: ReactNode
}

export function Chart({ title, series, places, children, ...rest }: Properties) {
  return (
    <section className="card stack-tight">
      <h2>{title}</h2>
      <Legend series={series} />
      {children}
      <Table title={title} series={series} places={places} {...rest} />
    </section>
  )
}

export function Legend({ series }: { readonly series: readonly Pick<Series, 'name' | 'tone'>[] }) {
  return (
    <ul className="chart-legend small">
      {series.map(({ name, tone }) => (
        <li key={name}>
          <span className={`chart-key paint-${tone}`} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  )
}

type TableProperties = Pick<Properties, 'title' | 'places' | 'series' | 'describe'>

function Table({ title, places, series, describe = String }: TableProperties) {
  const { t } = useTexts()
  return (
    <details className="small no-print">
      <summary className="soft">{t('chart.asTable')}</summary>
      <div className="scroll-x">
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.place')}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, index) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{describe(values[index] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
