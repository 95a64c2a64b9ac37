/** Bars with names beside them, the longest first or in the order given; a table in itself. */

import type { Tone } from '../../view/tones.ts'
import { Legend } from './Chart.tsx'

export interface Bar {
  readonly name: string
  /** What the name stands for. */
  readonly words?: string | undefined
  readonly parts: readonly { readonly name: string; readonly tone: Tone; readonly count: number }[]
}

interface Properties {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly empty: string
}

export function Bars({ title, bars, empty }: Properties) {
  const longest = Math.max(1, ...bars.map(totalOf))
  return (
    <section className="card stack-tight">
      <h2>{title}</h2>
      <Legend series={bars[0]?.parts ?? []} />
      {bars.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <dl className="bar-list">
          {bars.map((bar) => (
            <Row key={bar.name} bar={bar} longest={longest} />
          ))}
        </dl>
      )}
    </section>
  )
}

function Row({ bar, longest }: { readonly bar: Bar; readonly longest: number }) {
  const parts = bar.parts.filter(({ count }) => count > 0)
  return (
    <>
      <dt className="small">
        {bar.name}
        {bar.words && <span className="bar-words soft">{bar.words}</span>}
      </dt>
      <dd>
        <div className="bar-track" aria-hidden="true">
          {parts.map(({ name, tone, count }) => (
            <div
              key={name}
              className={`bar-share paint-${tone}`}
              style={{ width: `${(count / longest) * 100}%` }}
              title={`${name} ${count}`}
            />
          ))}
        </div>
        <span className="visually-hidden">
          {parts.map(({ name, count }) => `${name} ${count}`).join(', ')}
        </span>
      </dd>
      <dd className="number small">{totalOf(bar)}</dd>
    </>
  )
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}
