/** The people of this instance, and adding one. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { User } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { describeRegion } from '../../view/regions.ts'
import { TONE_OF_TURN } from '../../view/tones.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { UserDialog } from './UserDialog.tsx'

export function UsersPage() {
  const { t } = useTexts()
  const [isAdding, setIsAdding] = useState(false)
  const [changing, setChanging] = useState<User | null>(null)
  const users = useQuery({ queryKey: ['users'], queryFn: api.findUsers })
  return (
    <>
      <PageHead title={t('users.title')} lead={t('users.lead')}>
        <Button type="primary" onClick={() => setIsAdding(true)}>
          {t('users.add')}
        </Button>
      </PageHead>
      <section className="card">
        <Loaded query={users}>
          {({ items }) => <UserTable users={items} onChange={setChanging} />}
        </Loaded>
      </section>
      {isAdding && <UserDialog onClose={() => setIsAdding(false)} />}
      {changing && <PersonDialog user={changing} onClose={() => setChanging(null)} />}
    </>
  )
}

interface TableProperties {
  readonly users: readonly User[]
  readonly onChange: (user: User) => void
}

function UserTable({ users, onChange }: TableProperties) {
  const { t } = useTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t('users.name')}</th>
          <th>{t('users.roles')}</th>
          <th>{t('users.region')}</th>
          <th>
            <span className="visually-hidden">{t('person.title')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <Row key={user.id} user={user} onChange={onChange} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProperties extends Pick<TableProperties, 'onChange'> {
  readonly user: User
}

function Row({ user, onChange }: RowProperties) {
  const { t, language } = useTexts()
  // Only the authority is bound to a region.
  const regionOf = ({ roles, region }: User) => {
    if (!roles.includes('authority')) return '–'
    return region ? describeRegion(region, language) : t('users.everywhere')
  }
  return (
    <tr>
      <td>{user.name}</td>
      <td>
        <span className="row">
          {user.roles.map((role) => (
            <Tag key={role} tone={TONE_OF_TURN[role]}>
              {t(`role.${role}`)}
            </Tag>
          ))}
        </span>
      </td>
      <td>{regionOf(user)}</td>
      <td className="number">
        <span className="row-end">
          {user.frozenAt != null && <Tag tone="red">{t('person.isFrozen')}</Tag>}
          <Button
            size="small"
            aria-label={`${t('person.title')} ${user.name}`}
            onClick={() => onChange(user)}
          >
            {t('person.title')}
          </Button>
        </span>
      </td>
    </tr>
  )
}
