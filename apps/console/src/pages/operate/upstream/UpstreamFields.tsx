/** The fields of another checker; those of its push show when sounds are to be asked about. */

import { Form, type FormInstance, Input, InputNumber, Radio, Select, Switch } from 'antd'
import type { App } from '../../../api/types.ts'
import { MERGES, PUSH_MODES, WHEN_DOWN } from '../../../api/upstream.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import type { UpstreamForm } from '../../../view/upstream.ts'

interface Properties {
  readonly apps: readonly App[]
  /** Then nothing is kept from before. */
  readonly isFirst: boolean
  readonly form: FormInstance<UpstreamForm>
}

export function UpstreamFields({ apps, isFirst, form }: Properties) {
  const { t } = useTexts()
  const hasSounds = Form.useWatch('hasSounds', form) ?? false
  const kept = isFirst ? {} : { extra: t('upstream.kept') }
  return (
    <>
      <Form.Item name="app" label={t('upstream.app')} rules={[{ required: true }]}>
        <Select options={apps.map(({ appid, name }) => ({ value: appid, label: name }))} />
      </Form.Item>
      <Form.Item name="baseUrl" label={t('upstream.baseUrl')} rules={[{ required: true }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="appid" label={t('upstream.appid')} rules={[{ required: true }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('upstream.secret')}
        rules={[{ required: isFirst }]}
        {...kept}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="merge" label={t('upstream.merge')}>
        <Choices of="merges" values={MERGES} />
      </Form.Item>
      <Form.Item name="whenDown" label={t('upstream.whenDown')}>
        <Choices of="downs" values={WHEN_DOWN} />
      </Form.Item>
      <Form.Item
        name="hasSounds"
        label={t('upstream.hasSounds')}
        valuePropName="checked"
        extra={t('upstream.soundsHint')}
      >
        <Switch />
      </Form.Item>
      {hasSounds && <PushFields isFirst={isFirst} />}
    </>
  )
}

function PushFields({ isFirst }: { readonly isFirst: boolean }) {
  const { t } = useTexts()
  const kept = isFirst ? {} : { extra: t('upstream.kept') }
  return (
    <>
      <Form.Item name="mode" label={t('upstream.mode')}>
        <Choices of="modes" values={PUSH_MODES} />
      </Form.Item>
      <Form.Item
        name="token"
        label="Token"
        rules={[{ pattern: /^[A-Za-z0-9]{3,32}$/, message: t('upstream.tokenForm') }]}
        {...kept}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="encodingAesKey"
        label="EncodingAESKey"
        rules={[{ pattern: /^[A-Za-z0-9+/]{43}$/, message: t('upstream.keyForm') }]}
        {...kept}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="waitMinutes" label={t('upstream.waitMinutes')}>
        <InputNumber min={1} max={30} />
      </Form.Item>
    </>
  )
}

interface ChoiceProperties {
  readonly of: 'merges' | 'downs' | 'modes'
  readonly values: readonly string[]
  /** Given by the form. */
  readonly value?: string
  readonly onChange?: (event: unknown) => void
}

function Choices({ of, values, ...field }: ChoiceProperties) {
  const { t } = useTexts()
  const options = values.map((value) => ({ value, label: t(`upstream.${of}.${value}`) }))
  return <Radio.Group options={options} {...field} />
}
