/** What an owner may do about a member, and what everybody may do about themselves. */

import { Button, Popconfirm } from 'antd'
import { portal } from '../../../api/portal.ts'
import type { Member } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import type { ChangeMembers } from './change-members.ts'

interface Properties {
  readonly appid: string
  readonly member: Member
  readonly isMe: boolean
  readonly canChange: boolean
  readonly isOnlyOwner: boolean
  readonly onChange: ChangeMembers
}

export function MemberSteps({ appid, member, isMe, canChange, ...rest }: Properties) {
  const { t } = useTexts()
  const { isOnlyOwner, onChange } = rest
  const { userId, name } = member
  if (isOnlyOwner && isMe) return <span className="soft small">{t('members.lastOwner')}</span>
  return (
    <span className="row">
      {canChange && !isMe && (
        <Sure
          words={t('members.handOver')}
          question={t('members.handOverAsk', { name })}
          onSure={() => onChange(() => portal.handOver(appid, userId))}
        />
      )}
      {(canChange || isMe) && (
        <Sure
          words={t(isMe ? 'members.leave' : 'members.remove')}
          question={isMe ? t('members.leaveAsk') : t('members.removeAsk', { name })}
          isDangerous
          onSure={() => onChange(() => portal.removeMember(appid, userId))}
        />
      )}
    </span>
  )
}

interface SureProperties {
  readonly words: string
  readonly question: string
  readonly isDangerous?: boolean
  readonly onSure: () => void
}

function Sure({ words, question, isDangerous = false, onSure }: SureProperties) {
  const { t } = useTexts()
  return (
    <Popconfirm
      title={question}
      okText={words}
      cancelText={t('state.cancel')}
      okButtonProps={{ danger: isDangerous }}
      onConfirm={onSure}
    >
      <Button size="small" danger={isDangerous}>
        {words}
      </Button>
    </Popconfirm>
  )
}
