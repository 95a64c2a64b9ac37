/** The answer to a check: verdict, the text with its hits marked, each hit, each rule. */

import { LABELS, type TermHit } from '@fangxing/contract'
import type { TextCheck } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { groupOf } from '../../view/findings.ts'
import { markText } from '../../view/marks.ts'
import { TONE_OF_GROUP, TONE_OF_LEVEL, TONE_OF_SUGGEST } from '../../view/tones.ts'

interface Properties {
  readonly text: string
  readonly check: TextCheck
}

export function CheckResult({ text, check }: Properties) {
  const { t, say } = useTexts()
  return (
    <>
      <div className="row">
        <Tag tone={TONE_OF_SUGGEST[check.suggest]}>{t(`suggest.${check.suggest}`)}</Tag>
        <span>
          {check.label} {say(LABELS[check.label])}
        </span>
      </div>
      <Marked text={text} hits={check.hits} />
      {check.hits.length === 0 ? <p>{t('check.noHits')}</p> : <Hits hits={check.hits} />}
      <Rules check={check} />
      <p className="soft small">{t('check.edition', { edition: check.edition })}</p>
    </>
  )
}

function contentRange({ place }: TermHit) {
  return place.kind === 'text' && place.field === 'content' ? place : null
}

function Marked({ text, hits }: { readonly text: string; readonly hits: readonly TermHit[] }) {
  const { t } = useTexts()
  return (
    <section className="checked-text words" aria-label={t('check.marked')}>
      {markText(text, hits, contentRange).map((piece) => {
        if (piece.hits.length === 0) return <span key={piece.start}>{piece.text}</span>
        const isBlock = piece.hits.some(({ level }) => level === 'block')
        return (
          <mark
            key={piece.start}
            className={`hit ${isBlock ? 'level-block' : ''}`}
            title={piece.hits.map(({ term }) => term).join(' ')}
          >
            {piece.text}
          </mark>
        )
      })}
    </section>
  )
}

function Hits({ hits }: { readonly hits: readonly TermHit[] }) {
  const { t } = useTexts()
  return (
    <section className="stack-tight">
      <h3>{t('check.hits', { count: hits.length })}</h3>
      <div>
        <table className="table">
          <thead>
            <tr>
              {(['matched', 'term', 'label', 'level', 'conversions', 'confidence'] as const).map(
                (name) => (
                  <th key={name}>{t(`check.${name}`)}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {hits.map((hit) => (
              <HitRow key={`${hit.termId} ${JSON.stringify(hit.place)}`} hit={hit} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function HitRow({ hit }: { readonly hit: TermHit }) {
  const { t, say } = useTexts()
  const conversion = (name: string) => t(`conversion.${name}`, { defaultValue: name })
  return (
    <tr>
      <td className="words">{hit.matched}</td>
      <td>{hit.term}</td>
      <td>{say(LABELS[hit.label])}</td>
      <td>
        <Tag tone={TONE_OF_LEVEL[hit.level]}>{t(`level.${hit.level}`)}</Tag>
      </td>
      <td>
        {hit.conversions.length === 0
          ? t('check.asListed')
          : hit.conversions.map(conversion).join(' → ')}
      </td>
      <td>{Math.round(hit.confidence * 100)}%</td>
    </tr>
  )
}

function Rules({ check }: { readonly check: TextCheck }) {
  const { t, say } = useTexts()
  const spoken = check.judgements.filter(({ outcome }) => outcome.kind !== 'inapplicable')
  if (spoken.length === 0) return null
  return (
    <section className="stack-tight">
      <h3>{t('check.judgements')}</h3>
      <ul className="brief-list">
        {spoken.map((judgement) => {
          const group = groupOf(judgement)
          return (
            <li key={judgement.ruleId}>
              <span className="row">
                <Tag tone={TONE_OF_GROUP[group]}>{t(`findings.group.${group}`)}</Tag>
                {say(group === 'passes' ? judgement.clauseWords : judgement.title)}
              </span>
              <span className="mono soft small">{judgement.clauseId}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
