/** Adds a developer by the name they sign in with; nobody is listed to choose from. */

import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { portal } from '../../../api/portal.ts'
import type { MemberPart } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import type { ChangeMembers } from './change-members.ts'

interface Properties {
  readonly appid: string
  readonly isBusy: boolean
  readonly onChange: ChangeMembers
}

export function Invitation({ appid, isBusy, onChange }: Properties) {
  const { t } = useTexts()
  const id = useId()
  const [name, setName] = useState('')
  const [part, setPart] = useState<MemberPart>('member')
  const isEmpty = name.trim() === ''
  const invite = async () => {
    const members = await portal.addMember(appid, { name: name.trim(), part })
    setName('')
    return members
  }
  return (
    <form
      className="stack-tight place"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty) onChange(invite)
      }}
    >
      <label htmlFor={id}>{t('members.invite')}</label>
      <div className="row">
        <Input
          id={id}
          className="grow"
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <Radio.Group
          aria-label={t('members.partLabel')}
          value={part}
          onChange={({ target }) => setPart(target.value as MemberPart)}
          options={(['member', 'owner'] as const).map((value) => ({
            value,
            label: t(`members.part.${value}`),
          }))}
        />
        <Button htmlType="submit" type="primary" disabled={isEmpty} loading={isBusy}>
          {t('members.add')}
        </Button>
      </div>
      <p className="soft small">{t('members.inviteHint')}</p>
    </form>
  )
}
