/** A letter for what a person must know; possible only where the operator has set a mail server. */

import { Button, Form, Input } from 'antd'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ChannelCard } from './ChannelCard.tsx'
import type { ChannelProperties } from './channel-properties.ts'

export function MailCard({ callbacks: { mail, canMail }, isBusy, onSet }: ChannelProperties) {
  const { t } = useTexts()
  return (
    <ChannelCard
      title={t('callbacks.mail')}
      lead={t('callbacks.mailLead')}
      isSet={mail !== null}
      onRemove={() => onSet({ mail: null })}
    >
      {!canMail && <p className="notice tone-amber">{t('callbacks.noMail')}</p>}
      <Form
        layout="vertical"
        requiredMark={false}
        disabled={!canMail}
        initialValues={{ address: mail?.address ?? '' }}
        onFinish={({ address }: { address: string }) => onSet({ mail: { address } })}
      >
        <Form.Item
          name="address"
          label={t('callbacks.address')}
          rules={[{ required: true, type: 'email', message: t('callbacks.addressRule') }]}
        >
          <Input maxLength={254} />
        </Form.Item>
        <Button htmlType="submit" loading={isBusy}>
          {t('callbacks.save')}
        </Button>
      </Form>
    </ChannelCard>
  )
}
