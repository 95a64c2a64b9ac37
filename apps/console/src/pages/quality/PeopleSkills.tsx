/** What each reviewer is given, and how much that is hard to look at they had to see today. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { queueApi } from '../../api/queue.ts'
import { QUEUE_KINDS } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

export function PeopleSkills() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const found = useQuery({ queryKey: ['desk-people'], queryFn: queueApi.findReviewers })
  const change = useMutation({
    mutationFn: ({ userId, skills }: { userId: string; skills: readonly string[] }) =>
      queueApi.setSkills(userId, skills),
    onSuccess: (items) => queries.setQueryData(['desk-people'], items),
  })
  const options = [
    { value: 'lead', label: t('queue.lead_role') },
    ...QUEUE_KINDS.map((value) => ({ value: value as string, label: t(`queue.kind_${value}`) })),
  ]
  return (
    <section className="card stack-tight">
      <h2>{t('quality.skills')}</h2>
      <p className="soft small">{t('quality.skillsLead')}</p>
      {change.error && <ProblemNotice error={change.error} />}
      <Loaded query={found}>
        {({ items }) => (
          <table className="table">
            <thead>
              <tr>
                <th>{t('users.name')}</th>
                <th>{t('quality.skills')}</th>
                <th>{t('quality.seenToday')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ userId, name, skills, seenToday }) => (
                <tr key={userId}>
                  <td>{name}</td>
                  <td>
                    <Select
                      mode="multiple"
                      aria-label={t('quality.skillsOf', { name })}
                      placeholder={t('quality.everything')}
                      value={[...skills]}
                      onChange={(chosen) => change.mutate({ userId, skills: chosen })}
                      options={options}
                      style={{ minWidth: 240 }}
                    />
                  </td>
                  <td>{seenToday}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  )
}
