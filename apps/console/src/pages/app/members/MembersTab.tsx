/** Whose the app is: inviting by name, removing, handing over, and what became of it over time. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { portal } from '../../../api/portal.ts'
import type { Member, Members } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Empty } from '../../../parts/Empty.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { Moment } from '../../../parts/Moment.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { Tag } from '../../../parts/Tag.tsx'
import { useUser } from '../../../shell/session.ts'
import type { ChangeMembers } from './change-members.ts'
import { Invitation } from './Invitation.tsx'
import { MemberSteps } from './MemberSteps.tsx'
import { PastChanges } from './PastChanges.tsx'

export function MembersTab({ appid }: { readonly appid: string }) {
  const members = useQuery({
    queryKey: ['app', appid, 'members'],
    queryFn: () => portal.findMembers(appid),
  })
  return <Loaded query={members}>{(value) => <Whole appid={appid} members={value} />}</Loaded>
}

interface Properties {
  readonly appid: string
  readonly members: Members
}

function Whole({ appid, members }: Properties) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (make: () => Promise<Members>) => make(),
    // Who has just left sees nothing more: the list is asked for again, and answers 404.
    onSuccess: () => queries.invalidateQueries(),
  })
  const { items, canChange, changes } = members
  return (
    <div className="stack">
      {change.error && <ProblemNotice error={change.error} />}
      <section className="card stack">
        <div className="stack-tight">
          <h2>{t('members.title')}</h2>
          <p className="soft small">{t('members.lead')}</p>
        </div>
        {items.length === 0 ? (
          <Empty words={t('members.empty')} />
        ) : (
          <MemberList appid={appid} members={members} onChange={change.mutate} />
        )}
        {canChange && (
          <Invitation appid={appid} isBusy={change.isPending} onChange={change.mutate} />
        )}
      </section>
      {changes.length > 0 && <PastChanges changes={changes} />}
    </div>
  )
}

interface ListProperties extends Properties {
  readonly onChange: ChangeMembers
}

function MemberList({ appid, members: { items, canChange }, onChange }: ListProperties) {
  const { t } = useTexts()
  const { id } = useUser()
  return (
    <ul className="rows">
      {items.map((member) => (
        <li key={member.userId} className="row-apart">
          <Person member={member} isMe={member.userId === id} />
          <MemberSteps
            appid={appid}
            member={member}
            isMe={member.userId === id}
            canChange={canChange}
            isOnlyOwner={isOnlyOwner(items, member)}
            onChange={onChange}
          />
        </li>
      ))}
      {!canChange && <li className="soft small">{t('members.onlyOwners')}</li>}
    </ul>
  )
}

function isOnlyOwner(items: readonly Member[], { part }: Member): boolean {
  return part === 'owner' && items.filter((one) => one.part === 'owner').length === 1
}

function Person({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const { t } = useTexts()
  const { name, part, addedAt, addedBy } = member
  return (
    <div>
      <span className="row">
        <strong>{name}</strong>
        {isMe && <span className="soft small">{t('members.me')}</span>}
        <Tag tone={part === 'owner' ? 'green' : 'grey'}>{t(`members.part.${part}`)}</Tag>
      </span>
      <span className="soft small">
        <Moment at={addedAt} />{' '}
        {addedBy === '' ? t('members.byUpgrade') : t('members.addedBy', { name: addedBy })}
      </span>
    </div>
  )
}
