/** Signed JSON to an address of the app. The secret is made by the server and shown once. */

import { Button, Form, Input } from 'antd'
import { useTexts } from '../../../hooks/use-texts.ts'
import { describeTime } from '../../../view/times.ts'
import { ChannelCard } from './ChannelCard.tsx'
import type { ChannelProperties } from './channel-properties.ts'

export function WebhookCard({ callbacks: { webhook }, isBusy, onSet }: ChannelProperties) {
  const { t } = useTexts()
  return (
    <ChannelCard
      title={t('callbacks.webhook')}
      lead={t('callbacks.webhookLead')}
      isSet={webhook !== null}
      onRemove={() => onSet({ webhook: null })}
    >
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ url: webhook?.url ?? '' }}
        onFinish={({ url }: { url: string }) => onSet({ webhook: { url: url.trim() } })}
      >
        <Form.Item
          name="url"
          label={t('callbacks.url')}
          rules={[{ required: true, type: 'url', message: t('callbacks.urlRule') }]}
        >
          <Input placeholder="https://" maxLength={2048} />
        </Form.Item>
        <Button htmlType="submit" loading={isBusy}>
          {t('callbacks.save')}
        </Button>
      </Form>
      {webhook && (
        <div className="row small">
          <span className="soft">
            {t('callbacks.secretHint')} <span className="mono">{webhook.secretHint}</span>
          </span>
          <Button
            size="small"
            onClick={() => onSet({ webhook: { url: webhook.url, renewSecret: true } })}
          >
            {t('callbacks.renew')}
          </Button>
          {webhook.formerSecretUntil !== null && (
            <span className="soft">
              {t('callbacks.former', { time: describeTime(webhook.formerSecretUntil) })}
            </span>
          )}
        </div>
      )}
    </ChannelCard>
  )
}
