/** The weight of each rule in each scene, for all apps or for one; what differs from live is marked. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { operate } from '../../../api/operate.ts'
import type { CheckPolicy, CheckRule, Weight } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import {
  partRules,
  SCENE_NUMBERS,
  type Scope,
  WEIGHTS,
  weightIn,
  withWeight,
} from '../../../view/policy.ts'
import { ScopeSelect } from '../limits/ScopeSelect.tsx'

interface Properties {
  readonly live: CheckPolicy
  readonly draft: CheckPolicy
  readonly onChange: (policy: CheckPolicy) => void
}

export function useCheckRules() {
  return useQuery({
    queryKey: ['check-rules'],
    queryFn: operate.findCheckRules,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function WeightsCard(properties: Properties) {
  const { t } = useTexts()
  const rules = useCheckRules()
  const [scope, setScope] = useState<Scope>(null)
  return (
    <section className="card stack">
      <div className="row-apart">
        <h2>{t('policies.weights')}</h2>
        <ScopeSelect scope={scope} onChange={setScope} />
      </div>
      <p className="soft small">{t('policies.weightsLead')}</p>
      <Loaded query={rules}>
        {({ items }) => {
          const { texts, media } = partRules(items)
          return (
            <>
              <Table {...properties} rules={texts} scope={scope} />
              <details>
                <summary>{t('policies.media', { count: media.length })}</summary>
                <Table {...properties} rules={media} scope={scope} />
              </details>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

interface TableProperties extends Properties {
  readonly rules: readonly CheckRule[]
  readonly scope: Scope
}

function Table({ rules, ...rest }: TableProperties) {
  const { t, say } = useTexts()
  return (
    <div className="scroll-x">
      <table className="table weights">
        <thead>
          <tr>
            <th scope="col">{t('policies.rule')}</th>
            {SCENE_NUMBERS.map((scene) => (
              <th key={scene} scope="col">
                {t(`policies.scene.${scene}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                {say(rule.title)}
                <div className="mono soft">{rule.id}</div>
              </th>
              {SCENE_NUMBERS.map((scene) => (
                <td key={scene}>
                  <Cell rule={rule} scene={scene} {...rest} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProperties extends Omit<TableProperties, 'rules'> {
  readonly rule: CheckRule
  readonly scene: string
}

function Cell({ rule, scene, live, draft, scope, onChange }: CellProperties) {
  const { t, say } = useTexts()
  const { weight } = weightIn(draft, scope, scene, rule)
  const isChanged = weight !== weightIn(live, scope, scene, rule).weight
  return (
    <select
      aria-label={`${say(rule.title)} · ${t(`policies.scene.${scene}`)}`}
      className={isChanged ? 'is-changed' : ''}
      value={weight}
      onChange={({ target }) =>
        onChange(withWeight(draft, scope, scene, rule, target.value as Weight))
      }
    >
      {WEIGHTS.map((each) => (
        <option key={each} value={each}>
          {t(`policies.weight.${each}`)}
        </option>
      ))}
    </select>
  )
}
