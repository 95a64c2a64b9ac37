/** Events in WeChat's manner, for servers that take its pushes already. */

import { Button, Form, Input, Segmented } from 'antd'
import type { Callbacks } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ChannelCard } from './ChannelCard.tsx'
import type { ChannelProperties } from './channel-properties.ts'

type Push = NonNullable<Callbacks['wechat']>

interface Filled extends Pick<Push, 'url' | 'mode' | 'format'> {
  readonly token?: string
  readonly encodingAesKey?: string
}

const FIRST = { url: '', mode: 'safe', format: 'json' } as const

export function PushCard({ callbacks: { wechat }, isBusy, onSet }: ChannelProperties) {
  const { t } = useTexts()
  const { url, mode, format } = wechat ?? FIRST
  return (
    <ChannelCard
      title={t('callbacks.wechat')}
      lead={t('callbacks.wechatLead')}
      isSet={wechat !== null}
      onRemove={() => onSet({ wechat: null })}
    >
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={{ url, mode, format }}
        onFinish={(filled) => onSet({ wechat: withoutEmpty(filled) })}
      >
        <Form.Item
          name="url"
          label={t('callbacks.url')}
          rules={[{ required: true, type: 'url', message: t('callbacks.urlRule') }]}
        >
          <Input placeholder="https://" maxLength={2048} />
        </Form.Item>
        <Form.Item name="mode" label={t('callbacks.mode')}>
          <Segmented
            options={(['plain', 'compatible', 'safe'] as const).map((value) => ({
              value,
              label: t(`callbacks.modes.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="format" label={t('callbacks.format')}>
          <Segmented options={['json', 'xml']} />
        </Form.Item>
        <Keys push={wechat} />
        <Button htmlType="submit" loading={isBusy}>
          {t('callbacks.save')}
        </Button>
      </Form>
    </ChannelCard>
  )
}

/** Empty keeps the present one, or lets the server make the first. */
function Keys({ push }: { readonly push: Push | null }) {
  const { t } = useTexts()
  const hint = (value: string | undefined) =>
    value === undefined ? t('callbacks.made') : t('callbacks.kept', { hint: value })
  return (
    <>
      <Form.Item name="token" label="Token" extra={hint(push?.tokenHint)}>
        <Input maxLength={32} autoComplete="off" className="mono" />
      </Form.Item>
      <Form.Item name="encodingAesKey" label="EncodingAESKey" extra={hint(push?.aesKeyHint)}>
        <Input maxLength={43} autoComplete="off" className="mono" />
      </Form.Item>
    </>
  )
}

function withoutEmpty({ token, encodingAesKey, ...rest }: Filled) {
  return {
    ...rest,
    ...(token ? { token } : {}),
    ...(encodingAesKey ? { encodingAesKey } : {}),
  }
}
